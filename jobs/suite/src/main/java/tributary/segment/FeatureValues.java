package tributary.segment;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;
import tributary.config.Features;

/**
 * For SQL: what is known of a customer, one row per feature in its own unit: what every shopper
 * does, and what else the window's model looks at. What is not known has no row.
 */
@FunctionHint(output = @DataTypeHint("ROW<feature STRING, feature_value DOUBLE>"))
public final class FeatureValues extends TableFunction<Row> {
  private static final long serialVersionUID = 1L;

  private final Map<LocalDate, SegmentModel> models;

  FeatureValues(Map<LocalDate, SegmentModel> models) {
    this.models = Map.copyOf(models);
  }

  /** Emits a row for each feature that is known. */
  public void eval(LocalDate windowEnd, Double[] numbers, String[] categories, String attributes) {
    RawFeatures raw = RawFeatures.of(numbers, categories, SampledCustomer.attributes(attributes));
    Set<String> emitted = new LinkedHashSet<>();
    for (String feature : Features.BEHAVIOUR) {
      emit(feature, PreparedFeature.known(raw, feature), emitted);
    }
    for (PreparedFeature feature : models.get(windowEnd).space().features()) {
      emit(feature.name(), feature.known(raw), emitted);
    }
  }

  private void emit(String feature, double known, Set<String> emitted) {
    if (!Double.isNaN(known) && emitted.add(feature)) {
      collect(Row.of(feature, known));
    }
  }
}
