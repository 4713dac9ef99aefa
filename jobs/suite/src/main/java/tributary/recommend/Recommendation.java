package tributary.recommend;

import java.util.List;
import java.util.Map;
import tributary.config.RecommendSettings;
import tributary.publish.Draft;
import tributary.script.Script;
import tributary.script.SqlSession;

/**
 * Products for every customer: unbought neighbours of their purchases by co-purchase, with the most
 * popular products behind them. The model is item-based k-nearest neighbours on cosine similarity
 * (Sarwar et al. 2001, Item-based collaborative filtering recommendation algorithms, section 3).
 */
public final class Recommendation {
  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          "recommendations.product_popularity",
          "recommendations.similar_products",
          "recommendations.customer_product");

  /** A customer's latest products that pairs are learnt from: pairs grow with their square. */
  private static final int PRODUCTS_PER_CUSTOMER = 30;

  /** Neighbours that a product speaks for. */
  private static final int NEIGHBOURS = 20;

  private Recommendation() {}

  /** Writes its tables anew from the run's sales, products and customers. */
  public static void recommend(Draft draft, RecommendSettings settings) {
    Map<String, ?> values =
        Map.of(
            "products_per_customer",
            PRODUCTS_PER_CUSTOMER,
            "neighbours",
            NEIGHBOURS,
            "minimum_support",
            settings.minimumSupport(),
            "per_customer",
            settings.perCustomer(),
            "model_id",
            "co-purchase-" + draft.id());
    TABLES.forEach(draft::clear);
    SqlSession session = draft.batch();
    session.run("popularity", script(draft, "product_popularity", values));
    session.define(script(draft, "bought", values));
    session.run("similar products", script(draft, "similar_products", values));
    session.define(script(draft, "personal", values));
    session.define(script(draft, "popular", values));
    session.run("recommend", script(draft, "customer_product", values));
    draft.compare("recommendations.customer_product", "TRUE", "TRUE");
  }

  private static Script script(Draft draft, String name, Map<String, ?> values) {
    return draft.library().script("recommendations/" + name + ".sql").bind(values);
  }
}
