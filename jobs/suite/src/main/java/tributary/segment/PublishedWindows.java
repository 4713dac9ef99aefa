package tributary.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import tributary.config.ClusterSettings;
import tributary.config.SegmentSettings;
import tributary.config.WindowSettings;
import tributary.publish.Draft;

/** What a segmentation has published so far, window by window, by the registry of models. */
final class PublishedWindows {
  private final Draft draft;
  private final SegmentSettings settings;
  private final NavigableMap<LocalDate, List<Map<String, Object>>> models = new TreeMap<>();
  private final List<String> overrides;

  private PublishedWindows(Draft draft, SegmentSettings settings) {
    this.draft = draft;
    this.settings = settings;
    this.overrides =
        draft.rowsBefore("segments.override").stream()
            .filter(row -> settings.segmentation().equals(row.get("segmentation")))
            .filter(row -> !"product".equals(row.get("target_kind")))
            .map(row -> new TreeMap<>(row).toString())
            .sorted()
            .toList();
  }

  static PublishedWindows of(Draft draft, SegmentSettings settings) {
    PublishedWindows windows = new PublishedWindows(draft, settings);
    draft.rowsBefore("segments.trained_model").stream()
        .filter(row -> settings.segmentation().equals(row.get("segmentation")))
        .forEach(
            row ->
                windows
                    .models
                    .computeIfAbsent((LocalDate) row.get("window_end"), end -> new ArrayList<>())
                    .add(row));
    return windows;
  }

  /** The end of the latest window. */
  Optional<LocalDate> latestEnd() {
    return Optional.ofNullable(models.isEmpty() ? null : models.lastKey());
  }

  /** The rows of segments.trained_model of a window; none when it was not published. */
  List<Map<String, Object>> model(LocalDate end) {
    return models.getOrDefault(end, List.of());
  }

  /** Whether a window was published of the same files and settings, and that is enough. */
  boolean isUpToDate(Window window) {
    return !settings.windows().recompute()
        && model(window.end()).stream()
            .findFirst()
            .filter(row -> window.start().equals(row.get("window_start")))
            .filter(row -> inputHash(window).equals(row.get("input_hash")))
            .filter(row -> settingsHash().equals(row.get("settings_hash")))
            .isPresent();
  }

  /** Whether people decided anything about the segmentation. */
  boolean hasOverrides() {
    return !overrides.isEmpty();
  }

  /** All of them that have customers. */
  List<Window> windows() {
    return models.entrySet().stream()
        .map(
            model -> {
              LocalDate start = (LocalDate) model.getValue().get(0).get("window_start");
              return new Window(settings.segmentation(), start, model.getKey());
            })
        .toList();
  }

  /** The segments of all windows, by the windows' ends. */
  Map<LocalDate, KnownSegments> segments() {
    Map<Object, List<Map<String, Object>>> preparation = byWindow("segments.preparation");
    Map<Object, Map<String, Long>> customers = new HashMap<>();
    byWindow("segments.segment_profile")
        .forEach(
            (end, rows) ->
                customers.put(
                    end,
                    rows.stream()
                        .collect(
                            Collectors.toMap(
                                row -> (String) row.get("segment_id"),
                                row -> (Long) row.get("customers")))));
    Map<LocalDate, KnownSegments> segments = new TreeMap<>();
    models.forEach(
        (end, rows) -> {
          if (rows.get(0).get("feature_number") != null) {
            segments.put(
                end,
                StoredModel.read(
                    rows,
                    preparation.getOrDefault(end, List.of()),
                    customers.getOrDefault(end, Map.of())));
          }
        });
    return segments;
  }

  private Map<Object, List<Map<String, Object>>> byWindow(String table) {
    return draft.rowsBefore(table).stream()
        .filter(row -> settings.segmentation().equals(row.get("segmentation")))
        .collect(Collectors.groupingBy(row -> row.get("window_end")));
  }

  /**
   * Names the data files that a window reads: all sales before its end; and the states of the
   * customers, where they matter.
   */
  String inputHash(Window window) {
    String sales = draft.filesBefore("curated.sales", "sale_date", window.end());
    return FeatureSpace.hasDemographics(settings.features().features())
        ? DigestUtils.sha256Hex(
            "%s|%s|%s"
                .formatted(
                    sales,
                    draft.snapshotOf("curated.customers"),
                    draft.snapshotOf("curated.customer_attribute")))
        : sales;
  }

  /**
   * Of all that the segments of a window depend on, what people decided included, but not which
   * other windows are computed.
   */
  String settingsHash() {
    return DigestUtils.sha256Hex(ownSettings() + (overrides.isEmpty() ? "" : overrides.toString()));
  }

  /** The settings without those that say which windows are computed. */
  SegmentSettings ownSettings() {
    WindowSettings own =
        new WindowSettings(
            settings.windows().length(), settings.windows().every(), Optional.empty(), false);
    return settings.withWindows(own);
  }

  /** Of what a model was to be: models of the same can take each other's place. */
  String fitHash() {
    ClusterSettings clusters = settings.clusters();
    return DigestUtils.sha256Hex(
        String.join(
            "|",
            settings.features().toString(),
            settings.population().toString(),
            settings.windows().length().toString(),
            clusters.algorithm().text(),
            "%s..%s".formatted(clusters.fewest(), clusters.most())));
  }
}
