package tributary.insight.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The window of a segmentation that the report shows.
 *
 * @param segmentation the one named default where there is one, else the one with the latest window
 * @param start the window's first day
 * @param end the first day that no longer counts
 */
record SegmentWindow(String segmentation, Object start, Object end) {
  /** What tells windows apart. */
  static final List<String> COLUMNS = List.of("segmentation", "window_start", "window_end");

  private static final String USUAL = "default";

  private static final Comparator<Map<String, Object>> LATEST_OF_THE_USUAL =
      Comparator.<Map<String, Object>, Boolean>comparing(
              row -> USUAL.equals(row.get("segmentation")))
          .thenComparing(row -> row.get("window_end").toString())
          .thenComparing(row -> row.get("window_start").toString())
          .thenComparing(row -> row.get("segmentation").toString());

  /**
   * The window to show; empty when there are no segments.
   *
   * @param profiles rows of {@code segments.segment_profile}
   */
  static Optional<SegmentWindow> latest(List<Map<String, Object>> profiles) {
    return profiles.stream()
        .max(LATEST_OF_THE_USUAL)
        .map(
            row ->
                new SegmentWindow(
                    (String) row.get("segmentation"),
                    row.get("window_start"),
                    row.get("window_end")));
  }

  /** Which rows of a table of windows are of this one. */
  Map<String, List<?>> rows() {
    return Map.of(
        "segmentation", List.of(segmentation),
        "window_start", List.of(start),
        "window_end", List.of(end));
  }

  boolean has(Map<String, Object> row) {
    return segmentation.equals(row.get("segmentation"))
        && start.equals(row.get("window_start"))
        && end.equals(row.get("window_end"));
  }
}
