package tributary.insight.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many segments a window has, and why: the best fit of each number that was tried. */
final class SegmentChoice {
  private static final String SUM_OF_SQUARES = "within_cluster_sum_of_squares";
  private static final List<String> COLUMNS =
      List.of("run_id", "model_id", "metric_name", "metric_value", "k", "note", "algorithm");
  private static final List<String> CANDIDATES = List.of("k", SUM_OF_SQUARES, "silhouette");

  private SegmentChoice() {}

  /** The number chosen, the reason in words, and a row for each number tried. */
  static Map<String, Object> read(SegmentWindow window, PublishedTables tables) {
    List<Map<String, Object>> metrics =
        tables.rows(
            "segments.metric",
            COLUMNS,
            Map.of(
                "segmentation", List.of(window.segmentation()),
                "window_end", List.of(window.end())));
    Object run = Rows.last(metrics, "run_id").map(row -> row.get("run_id")).orElse("");
    List<Map<String, Object>> latest =
        metrics.stream().filter(row -> run.equals(row.get("run_id"))).toList();
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("k", numberOf(latest));
    choice.put("note", reason(latest));
    choice.put("candidates", Frame.of(CANDIDATES, best(latest)));
    return choice;
  }

  private static Object numberOf(List<Map<String, Object>> metrics) {
    return metrics.stream()
        .filter(row -> "segments_made".equals(row.get("metric_name")))
        .map(row -> ((Double) row.get("metric_value")).longValue())
        .findFirst()
        .orElse(0L);
  }

  private static Object reason(List<Map<String, Object>> metrics) {
    return metrics.stream()
        .filter(row -> "segments_chosen".equals(row.get("metric_name")))
        .map(row -> row.get("note"))
        .findFirst()
        .orElse(null);
  }

  /** Per number of segments the KMeans candidate with the lowest sum of squares. */
  private static List<Map<String, Object>> best(List<Map<String, Object>> metrics) {
    Map<Object, Map<String, Object>> candidates = new HashMap<>();
    for (Map<String, Object> row : metrics) {
      if ("kmeans".equals(row.get("algorithm")) && row.get("k") != null) {
        Map<String, Object> candidate =
            candidates.computeIfAbsent(row.get("model_id"), id -> new HashMap<>());
        candidate.put("k", row.get("k"));
        candidate.put(measure((String) row.get("metric_name")), row.get("metric_value"));
      }
    }
    SortedMap<Integer, Map<String, Object>> best = new TreeMap<>();
    candidates.values().stream()
        .filter(candidate -> candidate.get(SUM_OF_SQUARES) != null)
        .forEach(
            candidate -> best.merge((Integer) candidate.get("k"), candidate, SegmentChoice::lower));
    return new ArrayList<>(best.values());
  }

  /** The silhouette of many customers is the simplified one. */
  private static String measure(String metric) {
    return metric.equals("simplified_silhouette") ? "silhouette" : metric;
  }

  private static Map<String, Object> lower(Map<String, Object> left, Map<String, Object> right) {
    return (Double) left.get(SUM_OF_SQUARES) <= (Double) right.get(SUM_OF_SQUARES) ? left : right;
  }
}
