package tributary.segment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/**
 * For SQL: the segment whose centroid is nearest to a customer. A table function, for the planner
 * calls a scalar one again for every field that is read from its result.
 */
@FunctionHint(
    output =
        @DataTypeHint(
            "ROW<segment_id STRING, segment_name STRING, distance DOUBLE, margin DOUBLE>"))
public final class NearestSegment extends TableFunction<Row> {
  private static final long serialVersionUID = 1L;

  private final SegmentModel model;
  private final String[] ids;
  private final String[] names;

  NearestSegment(SegmentModel model, List<String> ids, List<String> names) {
    this.model = requireNonNull(model, "model is null");
    this.ids = ids.toArray(String[]::new);
    this.names = names.toArray(String[]::new);
  }

  /**
   * Emits one row, or none when the model has no segment; the margin is null when it has only one.
   *
   * @param features all of {@link tributary.config.SegmentSettings#FEATURES}, in their order
   */
  public void eval(Double... features) {
    if (model.size() == 0) {
      return;
    }
    double[] numbers = new double[features.length];
    for (int i = 0; i < features.length; i++) {
      numbers[i] = features[i];
    }
    Clusters.Nearest nearest = model.nearest(numbers);
    Double margin = Double.isNaN(nearest.margin()) ? null : Double.valueOf(nearest.margin());
    collect(Row.of(ids[nearest.cluster()], names[nearest.cluster()], nearest.distance(), margin));
  }
}
