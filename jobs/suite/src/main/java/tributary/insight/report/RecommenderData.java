package tributary.insight.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the recommenders of the latest run did at foretelling first purchases. What a run judged
 * besides, repeat purchases and combinations of parameters, is another question.
 */
final class RecommenderData {
  private static final String PRODUCTS = "recommendations.customer_product";
  private static final List<String> METRICS =
      List.of(
          "run_id",
          "scope",
          "recommender",
          "metric_name",
          "metric_value",
          "metric_low",
          "metric_high",
          "note",
          "parameters");

  /** How the scope of what was bought for the first time in the days held out begins and ends. */
  private static final String HELD_OUT = "last ";

  private static final String FIRST_PURCHASES = ", new products";

  private RecommenderData() {}

  static Map<String, Object> read(PublishedTables tables) {
    List<Map<String, Object>> all = tables.rows("recommendations.metric", METRICS);
    Optional<Object> run = Rows.last(all, "run_id").map(row -> row.get("run_id"));
    List<Map<String, Object>> latest =
        all.stream().filter(row -> run.orElse("").equals(row.get("run_id"))).toList();
    List<Map<String, Object>> contest =
        latest.stream().filter(RecommenderData::isOfContest).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("published", tables.rowCount(PRODUCTS));
    data.put("verdict", verdict(latest));
    data.put("scope", contest.isEmpty() ? null : contest.get(0).get("scope"));
    data.put("metrics", Frame.of(METRICS, contest));
    return data;
  }

  private static boolean isOfContest(Map<String, Object> row) {
    String scope = (String) row.get("scope");
    return row.get("parameters") == null
        && scope.startsWith(HELD_OUT)
        && scope.endsWith(FIRST_PURCHASES);
  }

  /** Why the run published what it published; null where it does not say so. */
  private static Object verdict(List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      if ("is_published".equals(row.get("metric_name"))) {
        return row.get("note");
      }
    }
    return null;
  }
}
