package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecommenderDataTest {
  private static final String CONTEST = "last 30 days, new products";
  private static final String SEARCH = "days before those held out, new products: rank 8";

  @Test
  void showsTheContestOfTheLatestRunAlone() {
    Map<String, Object> data =
        RecommenderData.read(
            new FakeTables()
                .with(
                    "recommendations.metric",
                    List.of(
                        metric("run-1", CONTEST, "als", "ndcg_at_10", Map.of()),
                        metric("run-2", SEARCH, "als", "ndcg_at_10", search("of a search")),
                        metric(
                            "run-2",
                            "days before those held out, new products",
                            "als",
                            "is_chosen",
                            search("the best of a search")),
                        metric(
                            "run-2",
                            "last 30 days, repeat purchases",
                            "own-purchases",
                            "ndcg_at_10",
                            Map.of("note", "of repeats")),
                        metric("run-2", CONTEST, "als", "ndcg_at_10", Map.of("note", "a caveat")),
                        metric("run-2", CONTEST, "popularity", "ndcg_at_10", Map.of()),
                        metric(
                            "run-2",
                            CONTEST,
                            "als",
                            "is_published",
                            Map.of("note", "als beats popularity")))));

    assertThat(data)
        .containsEntry("verdict", "als beats popularity")
        .containsEntry("scope", CONTEST);
    Frame metrics = (Frame) data.get("metrics");
    assertThat(metrics.rows().stream().map(row -> row.subList(0, 4)))
        .containsExactly(
            List.of("run-2", CONTEST, "als", "ndcg_at_10"),
            List.of("run-2", CONTEST, "popularity", "ndcg_at_10"),
            List.of("run-2", CONTEST, "als", "is_published"));
  }

  private static Map<String, Object> search(String note) {
    return Map.of("note", note, "parameters", "{\"rank\":8}");
  }

  private static Map<String, Object> metric(
      String run, String scope, String recommender, String name, Map<String, Object> more) {
    Map<String, Object> row = new TreeMap<>(more);
    row.put("run_id", run);
    row.put("scope", scope);
    row.put("recommender", recommender);
    row.put("metric_name", name);
    return row;
  }
}
