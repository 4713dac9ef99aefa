package tributary.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.runtime.typeutils.ExternalTypeInfo;
import org.apache.flink.types.Row;
import tributary.config.RecommendSettings;
import tributary.publish.Draft;
import tributary.script.Script;
import tributary.script.SqlSession;

/**
 * Products for every customer, by the recommender that best foretold what customers bought in the
 * last days; and how good each of them was.
 */
public final class Recommendation {
  private static final String METRIC = "recommendations.metric";

  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          "recommendations.product_popularity",
          "recommendations.similar_products",
          "recommendations.customer_product",
          METRIC);

  private Recommendation() {}

  /**
   * Writes its tables anew from the run's sales, products and customers; the figures of earlier
   * runs are kept.
   *
   * @param workDirectory for what jobs hand to each other; a cluster must share it
   * @return which recommender was best, in words; nothing when there was nothing to recommend
   */
  public static Optional<String> recommend(
      Draft draft, RecommendSettings settings, String workDirectory) {
    TABLES.stream().filter(table -> !table.equals(METRIC)).forEach(draft::clear);
    try (SwingJob swing = new SwingJob(draft, workDirectory)) {
      Map<String, Object> values = new HashMap<>(swing.values());
      values.put("test_days", settings.testDays());
      values.put("run_id", draft.id());
      SqlSession session = draft.batch();
      session.run("popularity", script(draft, "product_popularity", values));
      session.define(script(draft, "numbers", values));
      session.define(script(draft, "purchases", values));
      results(session.tables(), settings);
      session.define(script(draft, "thinned_purchases", values));
      session.run(
          "recommend",
          script(draft, "customer_product", values),
          script(draft, "similar_products", values),
          script(draft, "metric", values));
      swing.run(Contestants.NEIGHBOURS);
    }
    draft.compare("recommendations.customer_product", "TRUE", "TRUE");
    return draft.rows(METRIC).stream()
        .filter(row -> draft.id().equals(row.get("run_id")))
        .map(row -> (String) row.get("note"))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** What the task makes of all purchases, computed once for all who read it. */
  private static void results(StreamTableEnvironment tables, RecommendSettings settings) {
    DataStream<Row> purchases = tables.toDataStream(tables.from("purchases"));
    DataStream<Row> results =
        purchases
            .map(row -> row)
            .returns(purchases.getType())
            .setParallelism(1)
            .fullWindowPartition()
            .mapPartition(new RecommendationTask(settings))
            .returns(ExternalTypeInfo.<Row>of(Results.TYPE));
    Table table = tables.fromDataStream(results);
    tables.dropTemporaryView("recommended");
    tables.createTemporaryView("recommended", table);
  }

  private static Script script(Draft draft, String name, Map<String, ?> values) {
    return draft.library().script("recommendations/" + name + ".sql").bind(values);
  }
}
