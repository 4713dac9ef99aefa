package tributary.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tributary.config.SegmentSettings;
import tributary.publish.Draft;
import tributary.segment.identity.SegmentEvent;
import tributary.segment.rules.SegmentRule;

/** What the registry keeps of a window's model, as rows of its tables. */
final class RegistryRows {
  private final Draft draft;
  private final SegmentSettings settings;
  private final PublishedWindows published;
  private final Segments segments;

  RegistryRows(
      Draft draft, SegmentSettings settings, PublishedWindows published, Segments segments) {
    this.draft = draft;
    this.settings = settings;
    this.published = published;
    this.segments = segments;
  }

  /**
   * Of segments.trained_model: one row per cluster and feature.
   *
   * @param alias such as champion, or null
   */
  List<Map<String, Object>> model(String alias) {
    SegmentModel model = segments.model();
    Map<String, Object> common = common(alias);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int cluster = 0; cluster < model.size(); cluster++) {
      for (int feature = 0; feature < model.space().size(); feature++) {
        rows.add(model(common, cluster, feature));
      }
    }
    return rows;
  }

  private Map<String, Object> common(String alias) {
    Map<String, Object> row = window();
    row.put("window_start", segments.window().start());
    row.put("model_id", modelId());
    row.put("algorithm", algorithm());
    row.put("k", size());
    row.put("seed", segments.fit().chosen().map(chosen -> chosen.candidate().seed()).orElse(null));
    row.put("sample_size", segments.sample().sample().size());
    row.put("alias", alias);
    row.put("parameters", published.ownSettings().toString());
    row.put("input_snapshot", draft.snapshotOf("curated.sales"));
    row.put("input_hash", published.inputHash(segments.window()));
    row.put("settings_hash", published.settingsHash());
    row.put("fit_hash", published.fitHash());
    return row;
  }

  private Map<String, Object> model(Map<String, Object> common, int cluster, int feature) {
    SegmentModel model = segments.model();
    PreparedFeature prepared = model.space().get(feature);
    Map<String, Object> row = new HashMap<>(common);
    row.put("segment_id", segments.ids().get(cluster));
    row.put("segment_name", segments.names().get(cluster));
    row.put("cluster_number", cluster + 1);
    row.put("feature", prepared.name());
    row.put("transformation", prepared.transform().name().toLowerCase(Locale.ROOT));
    row.put("scaler_mean", model.scaling().means()[feature]);
    row.put("scaler_deviation", model.scaling().deviations()[feature]);
    row.put("centroid_scaled", model.scaled(cluster, feature));
    row.put("centroid", model.original(cluster, feature));
    row.put("feature_number", feature + 1);
    return row;
  }

  /** Of segments.preparation: one row per step. */
  List<Map<String, Object>> preparation() {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (size() == 0) {
      return rows;
    }
    for (PreparationStep step : segments.sample().steps()) {
      Map<String, Object> row = window();
      row.put("window_start", segments.window().start());
      row.put("model_id", modelId());
      row.put("step_number", rows.size() + 1);
      row.put("feature", step.feature());
      row.put("step_name", step.step().text());
      row.put("parameter_value", step.parameter());
      row.put("rows_affected", step.rowsAffected());
      row.put("reason", step.reason());
      rows.add(row);
    }
    return rows;
  }

  /** Of segments.segment_event: one row per event. */
  List<Map<String, Object>> events() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SegmentEvent event : segments.events()) {
      Map<String, Object> row = window();
      row.put("window_start", segments.window().start());
      row.put("event_number", rows.size() + 1);
      row.put("event_type", event.type().label());
      row.put("segment_id", event.segmentId());
      row.put("segment_name", event.segmentName());
      row.put("other_segment_id", event.otherSegmentId());
      row.put("other_segment_name", event.otherSegmentName());
      row.put("customers", event.customers());
      row.put("share_of_segment", event.shareOfSegment());
      row.put("message", event.message());
      rows.add(row);
    }
    return rows;
  }

  /** Of segments.segment_rule: one row per rule. */
  List<Map<String, Object>> rules() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SegmentRule rule : segments.rules().rules()) {
      Map<String, Object> row = window();
      row.put("window_start", segments.window().start());
      row.put("model_id", modelId());
      row.put("segment_id", segments.ids().get(rule.cluster()));
      row.put("segment_name", segments.names().get(rule.cluster()));
      row.put("rule_number", rule.ruleNumber());
      row.put("rule_text", rule.words());
      row.put("customers", rule.customers());
      row.put("rule_precision", Digits.round(rule.precision()));
      row.put("coverage", Digits.round(rule.coverage()));
      rows.add(row);
    }
    return rows;
  }

  /** Of segments.metric: the window's own figures, and those of every candidate. */
  List<Map<String, Object>> metrics() {
    Fit fit = segments.fit();
    List<Map<String, Object>> rows = new ArrayList<>();
    String notes = fit.notes().isEmpty() ? null : String.join("; ", fit.notes());
    rows.add(metric("segments_asked_for", settings.clusters().most(), null));
    rows.add(metric("segments_made", size(), notes));
    rows.add(metric("sample_customers", segments.sample().sample().size(), null));
    if (segments.rules().heldOut() > 0) {
      rows.add(metric("rule_accuracy", segments.rules().heldOutAccuracy(), null));
      rows.add(metric("rule_accuracy_of_majority", segments.rules().majorityAccuracy(), null));
    }
    if (!fit.choice().isEmpty()) {
      rows.add(metric("segments_chosen", size(), fit.choice()));
    }
    fit.candidates().forEach(candidate -> rows.addAll(metrics(candidate)));
    return rows;
  }

  private List<Map<String, Object>> metrics(FittedCandidate fitted) {
    boolean isChosen = segments.fit().chosen().filter(chosen -> chosen == fitted).isPresent();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("is_chosen", isChosen ? 1.0 : 0.0);
    fitted
        .quality()
        .ifPresent(
            quality -> {
              figures.put("within_cluster_sum_of_squares", fitted.wcss());
              figures.put("smallest_share", quality.smallestShare());
              figures.put("largest_share", quality.largestShare());
              figures.put("noise_share", quality.noiseShare());
              figures.put("clusters", (double) quality.clusters());
              String silhouette = quality.form().words().replace(' ', '_');
              quality.silhouette().ifPresent(each -> figures.put(silhouette, each));
              quality.calinskiHarabasz().ifPresent(each -> figures.put("calinski_harabasz", each));
              quality.daviesBouldin().ifPresent(each -> figures.put("davies_bouldin", each));
            });
    fitted.stability().ifPresent(each -> figures.put("adjusted_rand_of_runs", each));
    List<Map<String, Object>> rows = new ArrayList<>();
    figures.forEach((name, figure) -> rows.add(metric(fitted, name, Digits.round(figure))));
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
    row.put("algorithm", algorithm());
    return row;
  }

  private Map<String, Object> metric(FittedCandidate fitted, String name, double number) {
    Map<String, Object> row = metric(name, number, fitted.problem().orElse(null));
    row.put("model_id", modelId(fitted));
    row.put("scope", fitted.scope());
    row.put("k", fitted.candidate().k());
    row.put("seed", fitted.candidate().seed());
    row.put("algorithm", fitted.candidate().algorithm());
    return row;
  }

  private String algorithm() {
    return segments
        .fit()
        .chosen()
        .map(chosen -> chosen.candidate().algorithm())
        .orElse(Candidate.KMEANS);
  }

  private Map<String, Object> window() {
    Map<String, Object> row = new HashMap<>();
    row.put("run_id", draft.id());
    row.put("segmentation", segments.window().segmentation());
    row.put("window_end", segments.window().end());
    return row;
  }

  private int size() {
    return segments.model().size();
  }

  private String modelId() {
    return segments.fit().modelId();
  }

  private String modelId(FittedCandidate fitted) {
    boolean isChosen = segments.fit().chosen().filter(chosen -> chosen == fitted).isPresent();
    return isChosen ? modelId() : segments.sample().modelId(fitted.candidate(), draft.id());
  }
}
