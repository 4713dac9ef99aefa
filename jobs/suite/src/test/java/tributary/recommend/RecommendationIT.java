package tributary.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.FittingSettings;
import tributary.config.OfferSettings;
import tributary.config.RecommendSettings;
import tributary.config.UserError;
import tributary.curate.TestShop;
import tributary.input.InputFunctions;
import tributary.publish.Run;
import tributary.recommend.tuning.RatingSearch;
import tributary.script.Engine;

/** Five customers, four products: all scores are worked out by hand. */
@TestMethodOrder(OrderAnnotation.class)
class RecommendationIT {
  private static final String POPULARITY = "recommendations.product_popularity";
  private static final String RECOMMENDED = "recommendations.customer_product";
  private static final RecommendSettings THREE = settings(OfferSettings.defaults());

  /** The products of each customer of more than one. */
  private static final List<Set<String>> BASKETS =
      List.of(
          Set.of("APE", "BAT"),
          Set.of("APE", "BAT", "CAT"),
          Set.of("APE", "CAT"),
          Set.of("APE", "BAT", "CAT", "DOG"));

  private static final Set<String> CURRENT =
      Set.of("segmentation", "customer_id", "segment_id", "segment_name", "window_end");

  @TempDir private static Path directory;
  private static Engine engine;
  private static TestShop shop;
  private static List<Map<String, Object>> beforeAnySale;

  @BeforeAll
  static void recommend() {
    engine = Engine.local(4).preparing(InputFunctions::register);
    shop = new TestShop(directory, engine);
    shop.file("fees.csv", line(1, "POST", "Ann", "1", "3")).run(false, "fees.csv");
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
        .run(false, "sales.csv");
    segment("Ann", "Ben", "Cas");
    publish();
  }

  private static void segment(String... customers) {
    List<Map<String, Object>> members = new ArrayList<>();
    for (String customer : customers) {
      Map<String, Object> member = new HashMap<>();
      member.put("segmentation", "default");
      member.put("window_start", LocalDate.EPOCH);
      member.put("window_end", LocalDate.parse("2024-01-09"));
      member.put("customer_id", customer);
      member.put("segment_id", "seg_1");
      member.put("segment_name", "Friends");
      member.put("distance", 1.0);
      member.put("is_provisional", false);
      member.put("model_id", "m");
      members.add(member);
    }
    shop.add("segments.customer_segment", members);
    for (Map<String, Object> member : members) {
      member.keySet().retainAll(CURRENT);
      member.put("changed_at", LocalDate.parse("2024-01-09").atStartOfDay());
    }
    shop.add("segments.customer_segment_current", members);
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

  private static RecommendSettings settings(OfferSettings offer) {
    return new RecommendSettings(3, 2, "co-purchase", 30, 1, offer, FittingSettings.defaults());
  }

  private static RecommendSettings settings(String recommender, FittingSettings fitting) {
    return new RecommendSettings(3, 2, recommender, 30, 1, OfferSettings.defaults(), fitting);
  }

  private static void publish() {
    publish(THREE, 4);
  }

  /** The run that published. */
  private static String publish(RecommendSettings settings, int parallelism) {
    try (Run run = shop.start("recommend", Recommendation.TABLES)) {
      run.batch()
          .tables()
          .getConfig()
          .set("table.exec.resource.default-parallelism", String.valueOf(parallelism));
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
  void ranksProductsByHowTheyRiseAndWithinSegments() {
    assertThat(
            shop.texts(
                POPULARITY,
                "product_id",
                "category_rank",
                "recent_customers",
                "trend_score",
                "trend_rank"))
        .containsExactly(
            "APE null 4 4.0 1",
            "BAT null 2 1.3333333333333333 4",
            "CAT null 3 3.0 2",
            "DOG null 2 2.0 3");
    assertThat(
            shop.texts(
                "recommendations.segment_popularity",
                "segment_name",
                "segment_rank",
                "product_id",
                "customers",
                "share_of_segment"))
        .containsExactly(
            "Friends 1 APE 3 1.0",
            "Friends 2 CAT 2 0.6666666666666666",
            "Friends 3 BAT 1 0.3333333333333333");
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
            // She has just given back an APE.
            "Fay 1 CAT popularity",
            "Fay 2 BAT popularity",
            "Fay 3 DOG popularity");
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

  /** By the published tables alone: similarities for what was bought, sales for what is popular. */
  @Test
  void givesTenReasonsDrawnAtRandomThatAreTrue() {
    Map<String, Double> cosines = similar("cosine");
    Map<String, Set<String>> bought = new TreeMap<>();
    shop.rows("curated.sales").stream()
        .filter(row -> row.get("kind").equals("sale") && row.get("customer_id") != null)
        .forEach(
            row ->
                bought
                    .computeIfAbsent(row.get("customer_id").toString(), each -> new TreeSet<>())
                    .add(row.get("product_id").toString()));
    List<Map<String, Object>> rows = shop.rows(RECOMMENDED);
    Collections.shuffle(rows, new Random(3));
    for (Map<String, Object> row : rows.subList(0, 10)) {
      String product = row.get("product_id").toString();
      Set<String> had = bought.getOrDefault(row.get("customer_id").toString(), Set.of());
      Object because = row.get("because_product_id");
      if (because == null) {
        long customers = bought.values().stream().filter(each -> each.contains(product)).count();
        assertThat(row.get("reason").toString()).contains(customers + " customers bought it");
      } else {
        assertThat(had).contains(because.toString());
        double all = sum(cosines, had, product);
        double without = all - cosines.get(because + " " + product);
        assertThat((Double) row.get("score")).isCloseTo(all, within(1e-12));
        assertThat((Double) row.get("score_without")).isCloseTo(without, within(1e-12));
      }
    }
  }

  private static double sum(Map<String, Double> cosines, Set<String> bought, String product) {
    return bought.stream()
        .mapToDouble(each -> cosines.getOrDefault(each + " " + product, 0.0))
        .sum();
  }

  @Test
  void judgesSegmentPopularityWhereThereAreSegmentsAndSaysWhenItIsFlattered() {
    assertThat(shop.rows("recommendations.metric"))
        .filteredOn(row -> row.get("recommender").equals("popularity-segment"))
        .filteredOn(row -> row.get("metric_name").equals("ndcg_at_10"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("note").toString()).startsWith("flattered"));
    assertThat(shop.rows("recommendations.metric"))
        .extracting(row -> row.get("recommender"))
        .contains("popularity-trend")
        .doesNotContain("popularity-category");
  }

  @Test
  void recommendsNothingWhileNothingWasSold() {
    assertThat(beforeAnySale).isEmpty();
  }

  @Test
  void anotherParallelismASearchAndAKeptModelGiveTheSameRows() {
    List<Map<String, Object>> recommended = shop.rows(RECOMMENDED, "model_id", "run_id");
    List<Map<String, Object>> popularity = shop.rows(POPULARITY);
    List<Map<String, Object>> similar = shop.rows("recommendations.similar_products");
    String second = publish(settings("co-purchase", FittingSettings.defaults().tuning()), 1);
    assertThat(shop.rows(RECOMMENDED, "model_id", "run_id")).isEqualTo(recommended);
    assertThat(shop.rows(POPULARITY)).isEqualTo(popularity);
    assertThat(shop.rows("recommendations.similar_products")).isEqualTo(similar);
    assertThat(shop.rows("recommendations.metric"))
        .filteredOn(row -> row.get("run_id").equals(second) && row.get("fold") != null)
        .hasSize(2 * RatingSearch.trials());

    FittingSettings kept = FittingSettings.defaults().by(second);
    String third = publish(settings(RecommendSettings.AUTO, kept), 4);
    assertThat(shop.rows(RECOMMENDED, "model_id", "run_id")).isEqualTo(recommended);
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
    shop.add(
        "recommendations.trained_model",
        List.of(popularity("week", true), popularity("ever", false)));
    FittingSettings unknown = FittingSettings.defaults().by("als-nowhere");
    assertThatThrownBy(() -> publish(settings(RecommendSettings.AUTO, unknown), 4))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot use the model als-nowhere: no model of that id is kept")
        .hasMessageContaining("there are co-purchase-")
        .as("what was published and needs no numbers, and nothing else")
        .hasMessageContaining("popularity-segment-week")
        .hasMessageNotContaining("popularity-segment-ever");
  }

  private static Map<String, Object> popularity(String run, boolean isPublished) {
    Map<String, Object> model = new HashMap<>();
    model.put("run_id", run);
    model.put("model_id", "popularity-segment-" + run);
    model.put("recommender", "popularity-segment");
    model.put("parameters", "{}");
    model.put("customers", 1);
    model.put("products", 1);
    model.put("pairs", 1);
    model.put("is_published", isPublished);
    model.put("fills_up_with", "popularity");
    model.put("input_snapshots", "{}");
    return model;
  }

  /** Weeks later: two took what was recommended, and somebody decides. */
  @Test
  @Order(Integer.MAX_VALUE)
  void judgesWhatWasRecommendedAndLeavesOutWhatIsNotToBeOffered() {
    shop.file(
            "later.csv",
            late(9, "CAT", "Ann"),
            late(9, "DOG", "Ann"),
            late(10, "BAT", "Dan"),
            late(10, "ELK", "Dan"),
            late(11, "FOX", "Gil"))
        .ingest();
    shop.curate();
    shop.add(
        "segments.override",
        List.of(
            decision("FOX", "Recalled by its maker", null),
            decision("CAT", "Out of stock", LocalDate.parse("2024-02-04")),
            decision("BAT", " ", null),
            decision("GNU", "No such product", null)));
    publish(settings(new OfferSettings(List.of("DOG"), 25, 30)), 4);

    assertThat(shop.texts("recommendations.exclusion", "exclusion_kind", "product_id", "reason"))
        .containsExactly("people FOX Recalled by its maker", "withdrawn APE Not sold for 25 days");
    assertThat(shop.rows("recommendations.exclusion", "customer_id"))
        .as("what Fay gave back is so long ago that it counts no more")
        .hasSize(2);
    assertThat(shop.texts(RECOMMENDED, "customer_id", "product_id"))
        .contains("Ann DOG", "Dan DOG", "Dan CAT")
        .noneMatch(text -> text.endsWith("APE") || text.endsWith("FOX"));
    assertThat(shop.rows(RECOMMENDED))
        .filteredOn(row -> row.get("customer_id").equals("Ann"))
        .isNotEmpty()
        // APE, which she has, FOX, BAT and CAT, but not DOG, which she may have again.
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("excluded_products", 4)
                    .containsEntry("as_of", LocalDate.parse("2024-02-09")));
    assertThat(
            shop.texts(
                "recommendations.outcome",
                "item_rank",
                "source",
                "segment_name",
                "as_of",
                "judged_until",
                "recommendations",
                "hits"))
        .containsExactly(
            "1 popularity (none) 2024-01-07 2024-02-08 2 0",
            "1 popularity Friends 2024-01-07 2024-02-08 1 0",
            "1 similar Friends 2024-01-07 2024-02-08 2 1",
            "2 popularity (none) 2024-01-07 2024-02-08 2 0",
            "2 popularity Friends 2024-01-07 2024-02-08 2 1",
            "3 popularity (none) 2024-01-07 2024-02-08 2 1");
  }

  private static String late(int receipt, String item, String customer) {
    return "%d,%s,The %s,%s,1,5,,EUR,2024-02-08 10:00,Malta"
        .formatted(receipt, item, item, customer);
  }

  private static Map<String, Object> decision(String product, String reason, LocalDate until) {
    Map<String, Object> row = new HashMap<>();
    row.put("target_kind", "product");
    row.put("target_id", product);
    row.put("action_kind", "exclude");
    row.put("decided_by", "Ann");
    row.put("reason", reason);
    row.put("valid_until", until);
    row.put("decided_at", LocalDateTime.parse("2024-02-01T09:00:00"));
    return row;
  }
}
