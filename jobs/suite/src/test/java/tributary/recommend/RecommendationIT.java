package tributary.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.RecommendSettings;
import tributary.config.UserError;
import tributary.curate.TestShop;
import tributary.input.InputFunctions;
import tributary.publish.Run;
import tributary.script.Engine;

/** Five customers, four products: all scores are worked out by hand. */
class RecommendationIT {
  private static final String POPULARITY = "recommendations.product_popularity";
  private static final String RECOMMENDED = "recommendations.customer_product";
  private static final RecommendSettings THREE =
      RecommendSettings.defaults().withLists(3, "co-purchase");

  /** The products of each customer of more than one. */
  private static final List<Set<String>> BASKETS =
      List.of(
          Set.of("APE", "BAT"),
          Set.of("APE", "BAT", "CAT"),
          Set.of("APE", "CAT"),
          Set.of("APE", "BAT", "CAT", "DOG"));

  @TempDir private static Path directory;
  private static Engine engine;
  private static TestShop shop;
  private static List<Map<String, Object>> beforeAnySale;

  @BeforeAll
  static void recommend() {
    engine = Engine.local(2).preparing(InputFunctions::register);
    shop = new TestShop(directory, engine);
    shop.file("fees.csv", line(1, "POST", "Ann", "1", "3")).ingest();
    shop.curate();
    publish();
    beforeAnySale = shop.rows(RECOMMENDED);
    shop.file(
            "sales.csv",
            line(2, "APE", "Ann", "1", "10"),
            // So long ago that it is worth next to nothing, but she has it.
            line(2, "BAT", "Ann", "1", "5").replace("2024-", "2010-"),
            line(2, "DOG", "Ann", "1", "0"),
            line(3, "APE", "Ben", "1", "10"),
            line(3, "BAT", "Ben", "1", "5"),
            line(3, "CAT", "Ben", "1", "2"),
            line(4, "APE", "Cas", "1", "10"),
            line(4, "CAT", "Cas", "1", "2"),
            line(5, "DOG", "Dan", "1", "1"),
            line(6, "APE", "Eve", "1", "10"),
            line(6, "BAT", "Eve", "1", "5"),
            line(6, "CAT", "Eve", "1", "2"),
            line(6, "DOG", "Eve", "1", "1"),
            line(7, "APE", "Fay", "-1", "10"),
            line(8, "CAT", "", "1", "2"))
        .ingest();
    shop.curate();
    publish();
  }

  @AfterAll
  static void close() {
    shop.close();
    engine.close();
  }

  private static String line(
      int receipt, String item, String customer, String units, String price) {
    return "%d,%s,The %s,%s,%s,%s,,EUR,2024-01-0%d 10:00,Malta"
        .formatted(receipt, item, item, customer, units, price, receipt);
  }

  private static String publish() {
    return publish(THREE);
  }

  /** The run that published. */
  private static String publish(RecommendSettings settings) {
    try (Run run = shop.start("recommend", Recommendation.TABLES)) {
      Recommendation.recommend(run, settings, directory.resolve("work").toString(), each -> {});
      run.publish();
      return run.id();
    }
  }

  @Test
  void ranksProductsByTheirBuyers() {
    assertThat(
            shop.texts(
                POPULARITY,
                "popularity_rank",
                "product_id",
                "product_name",
                "customers",
                "orders",
                "quantity",
                "net_revenue"))
        .containsExactly(
            "1 APE The APE 4 4 4.000 30.0000",
            "2 CAT The CAT 3 4 4.000 8.0000",
            "3 BAT The BAT 3 3 3.000 15.0000",
            "4 DOG The DOG 2 2 2.000 2.0000");
  }

  @Test
  void recommendsWhatOthersBoughtTogetherAndThenWhatIsPopular() {
    assertThat(shop.texts(RECOMMENDED, "customer_id", "item_rank", "product_id", "source"))
        .containsExactly(
            "Ann 1 CAT similar",
            "Ann 2 DOG popularity",
            "Ben 1 DOG popularity",
            "Cas 1 BAT similar",
            "Cas 2 DOG popularity",
            "Dan 1 APE popularity",
            "Dan 2 CAT popularity",
            "Dan 3 BAT popularity",
            "Fay 1 APE popularity",
            "Fay 2 CAT popularity",
            "Fay 3 BAT popularity");
    // Three bought APE and CAT, of four and three; two BAT and CAT, of three and three.
    double apeAndCat = 3 / Math.sqrt(12);
    assertThat(shop.rows(RECOMMENDED))
        .filteredOn(row -> row.get("customer_id").equals("Ann"))
        .first()
        .satisfies(
            row -> {
              assertThat((Double) row.get("score")).isCloseTo(apeAndCat + 2.0 / 3, within(1e-12));
              assertThat((Double) row.get("score_without")).isCloseTo(2.0 / 3, within(1e-12));
              assertThat(row)
                  .containsEntry("because_product_id", "APE")
                  .containsEntry("is_new_customer", false);
            });
  }

  @Test
  void putsProductsBesideEachOtherByWhoBoughtBothByFactorsAndBySwing() {
    assertThat(similar("cosine"))
        .containsOnly(
            // Of four and three customers, three bought both; of three and three, two.
            entry("APE BAT", 3 / Math.sqrt(12)),
            entry("APE CAT", 3 / Math.sqrt(12)),
            entry("BAT APE", 3 / Math.sqrt(12)),
            entry("CAT APE", 3 / Math.sqrt(12)),
            entry("BAT CAT", 2.0 / 3),
            entry("CAT BAT", 2.0 / 3));
    assertThat(similar("als")).containsKeys("APE CAT", "CAT APE");
    Map<String, Double> expected = swing(BASKETS);
    Map<String, Double> swing = similar("swing");
    assertThat(swing).containsOnlyKeys(expected.keySet());
    expected.forEach((pair, score) -> assertThat(swing.get(pair)).isCloseTo(score, within(1e-9)));
  }

  private static Map<String, Double> similar(String kind) {
    return shop.rows("recommendations.similar_products").stream()
        .filter(row -> row.get("similarity_kind").equals(kind))
        .collect(
            Collectors.toMap(
                row -> row.get("product_id") + " " + row.get("similar_product_id"),
                row -> (Double) row.get("score")));
  }

  /** Swing as its paper defines it, with Flink ML's weights, over pairs of customers. */
  private static Map<String, Double> swing(List<Set<String>> baskets) {
    Map<String, Double> scores = new HashMap<>();
    for (int one = 0; one < baskets.size(); one++) {
      for (int other = 0; other < one; other++) {
        Set<String> shared = new TreeSet<>(baskets.get(one));
        shared.retainAll(baskets.get(other));
        double weights =
            Math.pow(15 + baskets.get(one).size(), -0.3)
                * Math.pow(15 + baskets.get(other).size(), -0.3);
        for (String product : shared) {
          for (String similar : shared) {
            if (!product.equals(similar)) {
              scores.merge(product + " " + similar, weights / shared.size(), Double::sum);
            }
          }
        }
      }
    }
    return scores;
  }

  @Test
  void flagsCustomersWhoBoughtNothing() {
    assertThat(shop.rows(RECOMMENDED))
        .filteredOn(row -> row.get("is_new_customer").equals(true))
        .extracting(row -> row.get("customer_id"))
        .containsOnly("Fay");
  }

  @Test
  void saysThatNothingIsProvenWhereNobodyIsJudged() {
    assertThat(shop.rows("recommendations.metric"))
        .filteredOn(row -> row.get("metric_name").equals("is_published"))
        .extracting(row -> row.get("recommender") + ": " + row.get("note"))
        .contains(
            "co-purchase: as asked for; customers who bought something new in the days that were held"
                + " out: 1; fewer than 30 prove nothing, so popular products are recommended");
  }

  @Test
  void givesTrueReasons() {
    assertThat(shop.texts(RECOMMENDED, "customer_id", "product_name", "popularity", "reason"))
        .contains(
            "Ann The CAT 3 You bought The APE",
            "Ann The DOG 2 Number 4 of all products: 2 customers bought it",
            "Cas The BAT 3 You bought The APE",
            "Dan The APE 4 Number 1 of all products: 4 customers bought it");
  }

  @Test
  void recommendsNothingWhileNothingWasSold() {
    assertThat(beforeAnySale).isEmpty();
  }

  @Test
  void aSecondRunAndAKeptModelGiveTheSameRows() {
    List<Map<String, Object>> recommended = shop.rows(RECOMMENDED, "model_id");
    List<Map<String, Object>> popularity = shop.rows(POPULARITY);
    List<Map<String, Object>> similar = shop.rows("recommendations.similar_products");
    String second = publish();
    assertThat(shop.rows(RECOMMENDED, "model_id")).isEqualTo(recommended);
    assertThat(shop.rows(POPULARITY)).isEqualTo(popularity);
    assertThat(shop.rows("recommendations.similar_products")).isEqualTo(similar);

    String third = publish(THREE.withLists(3, RecommendSettings.AUTO).withModel(second));
    assertThat(shop.rows(RECOMMENDED, "model_id")).isEqualTo(recommended);
    assertThat(shop.rows(RECOMMENDED))
        .extracting(row -> row.get("model_id"))
        .containsOnly("co-purchase-" + second, "popularity-" + third);
    assertThat(shop.rows("recommendations.similar_products")).isEqualTo(similar);
    assertThat(shop.rows("recommendations.trained_model"))
        .filteredOn(row -> row.get("factors_table") != null)
        .extracting(row -> row.get("model_id"))
        .contains("co-purchase-" + second)
        .doesNotContain("popularity-" + third);
  }

  @Test
  void saysWhichModelsThereAreWhereOneIsUnknown() {
    assertThatThrownBy(() -> publish(RecommendSettings.defaults().withModel("als-nowhere")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot use the model als-nowhere: no model of that id is kept")
        .hasMessageContaining("there are co-purchase-");
  }
}
