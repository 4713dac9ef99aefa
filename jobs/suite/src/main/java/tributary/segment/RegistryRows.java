package tributary.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import tributary.config.SegmentSettings;

/** What the registry keeps of a window's fit, as rows of its tables. */
final class RegistryRows {
  /** Of {@link #traits}. */
  static final DataType TRAITS =
      DataTypes.ROW(
          DataTypes.FIELD("segment_id", DataTypes.STRING().notNull()),
          DataTypes.FIELD("strongest_trait", DataTypes.STRING().notNull()),
          DataTypes.FIELD("traits", DataTypes.STRING().notNull()));

  private static final String ALGORITHM = "kmeans";

  private final String runId;
  private final SegmentSettings settings;
  private final Segments segments;

  RegistryRows(String runId, SegmentSettings settings, Segments segments) {
    this.runId = runId;
    this.settings = settings;
    this.segments = segments;
  }

  /** The id under which the chosen model is known. */
  String modelId() {
    return segments.fit().chosen().map(this::modelId).orElseGet(() -> modelId("k" + size()));
  }

  /** Of segments.trained_model: one row per cluster and feature. */
  List<Map<String, Object>> model() {
    SegmentModel model = segments.model();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int cluster = 0; cluster < model.size(); cluster++) {
      for (int feature = 0; feature < model.space().size(); feature++) {
        rows.add(model(cluster, feature));
      }
    }
    return rows;
  }

  private Map<String, Object> model(int cluster, int feature) {
    SegmentModel model = segments.model();
    Map<String, Object> row = window();
    row.put("window_start", segments.window().start());
    row.put("model_id", modelId());
    row.put("segment_id", segments.ids().get(cluster));
    row.put("segment_name", segments.names().get(cluster));
    row.put("cluster_number", cluster + 1);
    row.put("feature", model.space().features().get(feature));
    row.put(
        "transformation", model.space().transforms().get(feature).name().toLowerCase(Locale.ROOT));
    row.put("scaler_mean", model.scaling().means()[feature]);
    row.put("scaler_deviation", model.scaling().deviations()[feature]);
    row.put("centroid_scaled", model.scaled(cluster, feature));
    row.put("centroid", model.original(cluster, feature));
    row.put("algorithm", ALGORITHM);
    row.put("k", size());
    row.put("seed", segments.fit().chosen().map(Candidate::seed).orElse(null));
    row.put("sample_size", segments.fit().sampleSize());
    return row;
  }

  /** What sets each segment apart: its strongest trait for machines, the two in words. */
  List<Row> traits() {
    List<Row> rows = new ArrayList<>();
    for (int cluster = 0; cluster < size(); cluster++) {
      List<Trait> traits = Trait.all(segments.model(), cluster);
      String words =
          traits.stream().limit(2).map(Trait::words).collect(Collectors.joining(" and "));
      rows.add(Row.of(segments.ids().get(cluster), traits.get(0).key(), words));
    }
    return rows;
  }

  /**
   * Of segments.metric: the chosen model's figures, and the sum of squares of every candidate or
   * why it has none.
   */
  List<Map<String, Object>> metrics() {
    Fit fit = segments.fit();
    List<Map<String, Object>> rows = new ArrayList<>();
    String notes = fit.notes().isEmpty() ? null : String.join("; ", fit.notes());
    rows.add(metric("segments_asked_for", settings.k(), null));
    rows.add(metric("segments_made", size(), notes));
    rows.add(metric("sample_customers", fit.sampleSize(), null));
    for (FittedCandidate candidate : fit.candidates()) {
      boolean isChosen = fit.chosen().filter(candidate.candidate()::equals).isPresent();
      rows.add(metric(candidate, "is_chosen", isChosen ? 1 : 0));
      if (candidate.problem().isEmpty()) {
        rows.add(metric(candidate, "within_cluster_sum_of_squares", candidate.wcss()));
        rows.add(metric(candidate, "smallest_cluster_customers", candidate.smallestCluster()));
      }
    }
    if (fit.chosen().isEmpty()) {
      rows.add(metric("within_cluster_sum_of_squares", fit.wcss(), null));
    }
    return rows;
  }

  private Map<String, Object> metric(String name, double number, String note) {
    Map<String, Object> row = window();
    row.put("model_id", modelId());
    row.put("scope", segments.window().scope());
    row.put("metric_name", name);
    row.put("metric_value", number);
    row.put("k", size());
    row.put("note", note);
    return row;
  }

  private Map<String, Object> metric(FittedCandidate fitted, String name, double number) {
    Map<String, Object> row = metric(name, number, fitted.problem().orElse(null));
    row.put("model_id", modelId(fitted.candidate()));
    row.put("k", fitted.candidate().k());
    row.put("seed", fitted.candidate().seed());
    return row;
  }

  private Map<String, Object> window() {
    Map<String, Object> row = new HashMap<>();
    row.put("run_id", runId);
    row.put("segmentation", segments.window().segmentation());
    row.put("window_end", segments.window().end());
    return row;
  }

  private int size() {
    return segments.model().size();
  }

  private String modelId(Object candidate) {
    return "%s-%s-%s-%s"
        .formatted(segments.window().segmentation(), segments.window().end(), candidate, runId);
  }
}
