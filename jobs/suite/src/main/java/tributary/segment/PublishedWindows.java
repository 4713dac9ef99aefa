package tributary.segment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tributary.config.SegmentSettings;
import tributary.config.WindowSettings;
import tributary.publish.Draft;

/** What a segmentation has published so far, window by window, by the registry of models. */
final class PublishedWindows {
  private final Draft draft;
  private final SegmentSettings settings;
  private final NavigableMap<LocalDate, List<Map<String, Object>>> models = new TreeMap<>();

  private PublishedWindows(Draft draft, SegmentSettings settings) {
    this.draft = draft;
    this.settings = settings;
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

  /**
   * The window whose segments a fresh one takes over: itself, when it was published before; else
   * the latest one before it.
   *
   * @param end of the fresh window
   */
  Optional<LocalDate> predecessor(LocalDate end) {
    return Optional.ofNullable(models.floorKey(end));
  }

  /** The published windows that fresh ones are matched with; a day without any when none are. */
  List<LocalDate> matchedEnds(List<Window> fresh) {
    Set<LocalDate> ends = new LinkedHashSet<>();
    fresh.forEach(window -> predecessor(window.end()).ifPresent(ends::add));
    return ends.isEmpty()
        ? List.of(Window.BEGINNING)
        : ends.stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** Names the data files that a window reads: all sales before its end. */
  String inputHash(Window window) {
    return draft.filesBefore("curated.sales", "sale_date", window.end());
  }

  /** Of all that the segments of a window depend on, but not which other windows are computed. */
  String settingsHash() {
    WindowSettings own =
        new WindowSettings(
            settings.windows().length(), settings.windows().every(), Optional.empty(), false);
    return sha256(settings.withWindows(own).toString());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }
}
