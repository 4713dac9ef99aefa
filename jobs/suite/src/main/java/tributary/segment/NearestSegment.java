package tributary.segment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/**
 * For SQL: the segment whose centroid is nearest to a customer, by the model of the window. A table
 * function, for the planner calls a scalar one again for every field that is read from its result.
 */
@FunctionHint(
    output =
        @DataTypeHint(
            "ROW<segment_id STRING, segment_name STRING, distance DOUBLE, margin DOUBLE,"
                + " next_segment_id STRING, next_distance DOUBLE, confidence DOUBLE,"
                + " model_id STRING>"))
public final class NearestSegment extends TableFunction<Row> {
  private static final long serialVersionUID = 1L;

  private final Map<LocalDate, Assigner> assigners;

  /**
   * What assigns a window's customers.
   *
   * @param modelId the model's id
   * @param model the model
   * @param ids one for each of its clusters
   * @param names one for each of its clusters
   */
  record Assigner(String modelId, SegmentModel model, List<String> ids, List<String> names)
      implements Serializable {
    Assigner {
      ids = List.copyOf(ids);
      names = List.copyOf(names);
    }
  }

  NearestSegment(Map<LocalDate, Assigner> assigners) {
    this.assigners = Map.copyOf(assigners);
  }

  /**
   * Emits one row, or none when the model has no segment; what needs a second segment is null when
   * there is only one.
   *
   * @param numbers in the order of {@link tributary.config.Features#NUMBERS}; null where unknown
   * @param categories in the order of {@link tributary.config.Features#CATEGORIES}, or null
   * @param attributes a JSON object of numbers, or null
   */
  public void eval(LocalDate windowEnd, Double[] numbers, String[] categories, String attributes) {
    Assigner assigner = assigners.get(windowEnd);
    if (assigner.model().size() == 0) {
      return;
    }
    RawFeatures raw = RawFeatures.of(numbers, categories, SampledCustomer.attributes(attributes));
    Clusters.Nearest nearest = assigner.model().nearest(raw);
    boolean hasNext = nearest.next() >= 0;
    collect(
        Row.of(
            assigner.ids().get(nearest.cluster()),
            assigner.names().get(nearest.cluster()),
            nearest.distance(),
            hasNext ? nearest.margin() : null,
            hasNext ? assigner.ids().get(nearest.next()) : null,
            hasNext ? nearest.nextDistance() : null,
            nearest.confidence(),
            assigner.modelId()));
  }
}
