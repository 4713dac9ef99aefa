package tributary.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import tributary.config.SegmentSettings;

/** What the registry keeps of a window's fit, as rows that SQL writes into its tables. */
final class RegistryRows {
  /** Of {@link #model}. */
  static final DataType MODEL =
      DataTypes.ROW(
          DataTypes.FIELD("segment_id", DataTypes.STRING().notNull()),
          DataTypes.FIELD("segment_name", DataTypes.STRING().notNull()),
          DataTypes.FIELD("cluster_number", DataTypes.INT().notNull()),
          DataTypes.FIELD("feature", DataTypes.STRING().notNull()),
          DataTypes.FIELD("transformation", DataTypes.STRING().notNull()),
          DataTypes.FIELD("scaler_mean", DataTypes.DOUBLE().notNull()),
          DataTypes.FIELD("scaler_deviation", DataTypes.DOUBLE().notNull()),
          DataTypes.FIELD("centroid_scaled", DataTypes.DOUBLE().notNull()),
          DataTypes.FIELD("centroid", DataTypes.DOUBLE().notNull()));

  /** Of {@link #metrics}. */
  static final DataType METRICS =
      DataTypes.ROW(
          DataTypes.FIELD("model_id", DataTypes.STRING().notNull()),
          DataTypes.FIELD("metric_name", DataTypes.STRING().notNull()),
          DataTypes.FIELD("metric_value", DataTypes.DOUBLE().notNull()),
          DataTypes.FIELD("k", DataTypes.INT()),
          DataTypes.FIELD("seed", DataTypes.BIGINT()),
          DataTypes.FIELD("note", DataTypes.STRING()));

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

  /** One row per cluster and feature. */
  List<Row> model() {
    SegmentModel model = segments.model();
    List<Row> rows = new ArrayList<>();
    for (int cluster = 0; cluster < model.size(); cluster++) {
      for (int feature = 0; feature < model.space().size(); feature++) {
        rows.add(
            Row.of(
                segments.ids().get(cluster),
                segments.names().get(cluster),
                cluster + 1,
                model.space().features().get(feature),
                model.space().transforms().get(feature).name().toLowerCase(Locale.ROOT),
                model.scaling().means()[feature],
                model.scaling().deviations()[feature],
                model.scaled(cluster, feature),
                model.original(cluster, feature)));
      }
    }
    return rows;
  }

  /** The chosen model's figures, and the sum of squares of every candidate or why it has none. */
  List<Row> metrics() {
    Fit fit = segments.fit();
    List<Row> rows = new ArrayList<>();
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

  private Row metric(String name, double number, String note) {
    return Row.of(modelId(), name, number, size(), null, note);
  }

  private Row metric(FittedCandidate fitted, String name, double number) {
    Candidate candidate = fitted.candidate();
    return Row.of(
        modelId(candidate),
        name,
        number,
        candidate.k(),
        candidate.seed(),
        fitted.problem().orElse(null));
  }

  private int size() {
    return segments.model().size();
  }

  private String modelId(Object candidate) {
    return "%s-%s-%s-%s"
        .formatted(segments.window().segmentation(), segments.window().end(), candidate, runId);
  }
}
