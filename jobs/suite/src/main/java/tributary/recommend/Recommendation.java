package tributary.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final String OUTCOME = "recommendations.outcome";

  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          "recommendations.product_popularity",
          "recommendations.similar_products",
          "recommendations.customer_product",
          "recommendations.exclusion",
          METRIC,
          OUTCOME);

  /** Those in which the rows of earlier runs stay. */
  private static final List<String> HISTORY = List.of(METRIC, OUTCOME);

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
    TABLES.stream().filter(table -> !HISTORY.contains(table)).forEach(draft::clear);
    try (SwingJob swing = new SwingJob(draft, workDirectory)) {
      Map<String, Object> values = new HashMap<>(swing.values());
      values.put("test_days", settings.testDays());
      values.put("run_id", draft.id());
      values.put("withdrawn_after_days", settings.offer().withdrawnAfterDays());
      values.put("returned_within_days", settings.offer().returnedWithinDays());
      values.put("repeatable", repeatable(settings));
      SqlSession session = draft.batch();
      session.define(script(draft, "last_sale", values));
      session.run(
          "popularity",
          script(draft, "product_popularity", values),
          script(draft, "exclusion", values));
      session.define(script(draft, "numbers", values));
      session.define(script(draft, "customer_groups", values));
      session.define(script(draft, "purchases", values));
      results(session.tables(), settings);
      session.define(script(draft, "thinned_purchases", values));
      session.run(
          "recommend",
          script(draft, "customer_product", values),
          script(draft, "similar_products", values),
          script(draft, "metric", values),
          script(draft, "outcome", values));
      swing.run(Contestants.NEIGHBOURS);
    }
    draft.compare("recommendations.customer_product", "TRUE", "TRUE");
    return draft.rows(METRIC).stream()
        .filter(row -> draft.id().equals(row.get("run_id")))
        .filter(row -> row.get("metric_name").equals("is_published"))
        .map(row -> (String) row.get("note"))
        .findFirst();
  }

  /** SQL knows no empty list; no product has an empty code. */
  private static List<String> repeatable(RecommendSettings settings) {
    List<String> names = settings.offer().repeatable();
    return names.isEmpty() ? List.of("") : names;
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
