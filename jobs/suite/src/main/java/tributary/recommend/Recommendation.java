package tributary.recommend;

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

  /** A customer's latest products that similar ones are learnt from: pairs grow with the square. */
  private static final int PRODUCTS_PER_CUSTOMER = 30;

  /** Neighbours that a product has. */
  private static final int NEIGHBOURS = 20;

  private Recommendation() {}

  /**
   * Writes its tables anew from the run's sales, products and customers; the figures of earlier
   * runs are kept.
   *
   * @return which recommender was best, in words; nothing when there was nothing to recommend
   */
  public static Optional<String> recommend(Draft draft, RecommendSettings settings) {
    Map<String, ?> values =
        Map.of(
            "products_per_customer", PRODUCTS_PER_CUSTOMER,
            "neighbours", NEIGHBOURS,
            "minimum_support", settings.minimumSupport(),
            "test_days", settings.testDays(),
            "run_id", draft.id());
    TABLES.stream().filter(table -> !table.equals(METRIC)).forEach(draft::clear);
    SqlSession session = draft.batch();
    session.run("popularity", script(draft, "product_popularity", values));
    session.define(script(draft, "bought", values));
    session.run("similar products", script(draft, "similar_products", values));
    session.define(script(draft, "purchases", values));
    results(session.tables(), settings);
    session.run(
        "recommend", script(draft, "customer_product", values), script(draft, "metric", values));
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
            .returns(ExternalTypeInfo.<Row>of(RecommendationTask.RESULT));
    Table table = tables.fromDataStream(results);
    tables.dropTemporaryView("recommended");
    tables.createTemporaryView("recommended", table);
  }

  private static Script script(Draft draft, String name, Map<String, ?> values) {
    return draft.library().script("recommendations/" + name + ".sql").bind(values);
  }
}
