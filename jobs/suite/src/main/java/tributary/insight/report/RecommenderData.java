package tributary.insight.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the recommenders of the latest run did. */
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
          "note");

  private RecommenderData() {}

  static Map<String, Object> read(PublishedTables tables) {
    List<Map<String, Object>> all = tables.rows("recommendations.metric", METRICS);
    Optional<Object> run = Rows.last(all, "run_id").map(row -> row.get("run_id"));
    List<Map<String, Object>> latest =
        all.stream().filter(row -> run.orElse("").equals(row.get("run_id"))).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("published", tables.rowCount(PRODUCTS));
    data.put("verdict", first(latest, "note"));
    data.put("scope", first(latest, "scope"));
    data.put("metrics", Frame.of(METRICS, latest));
    return data;
  }

  private static Object first(List<Map<String, Object>> rows, String column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(said -> said != null)
        .findFirst()
        .orElse(null);
  }
}
