package tributary.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tributary.recommend.Purchases.Pair;
import tributary.recommend.ranking.Popularity;
import tributary.recommend.ranking.RankingQuality;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.tuning.ModelSettings;

/** 300 customers of two kinds, each of which buys its own 30 products; or of no kind. */
class ContestTest {
  private static final int CUSTOMERS = 300;
  private static final int PRODUCTS = 60;

  @Test
  void publishesWhatKnowsTheKindsOfCustomers() {
    Contest contest = contest(shop(0.4, 0.02));

    assertThat(contest.isProven()).isTrue();
    assertThat(contest.winner()).isIn("als", "als-trend", "co-purchase");
    assertThat(contest.sentence()).contains(" beats popularity").contains("over 300 customers");
    assertThat(RankingQuality.mean(contest.personal().ndcg()))
        .isGreaterThan(1.3 * RankingQuality.mean(contest.popular().ndcg()));
  }

  @Test
  void publishesPopularityWhereCustomersBuyWithoutAnyTaste() {
    Contest contest = contest(shop(0.2, 0.2));

    assertThat(contest.isProven()).isFalse();
    assertThat(contest.winner()).startsWith("popularity");
    assertThat(contest.sentence()).contains("does not beat popularity");
  }

  @Test
  void doesNotCompareWithSegmentsThatKnowWhatIsToBeForetold() {
    Purchases purchases = shop(0.4, 0.02);
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      purchases.segmentsNow().put(customer, customer % 2);
    }
    Contest flattered = contest(purchases);
    assertThat(flattered.of("popularity-segment")).isPresent();
    assertThat(flattered.popular().recommender()).isNotEqualTo("popularity-segment");

    for (int customer = 0; customer < CUSTOMERS; customer++) {
      purchases.segmentsKnown().put(customer, customer % 2);
    }
    assertThat(contest(purchases).popular().recommender()).isEqualTo("popularity-segment");
  }

  @Test
  void holdsOutOnlyWhatIsNew() {
    Purchases purchases = new Purchases();
    purchases.add(new Pair(0, 1, 2_000_000, 1_000_000, 5, 3, 1, 4));
    purchases.add(new Pair(0, 2, 1_000_000, 0, 7, 0, 2, -1));
    purchases.seeCustomer(3);
    purchases.seeProduct(4);

    assertThat(purchases.newProducts().relevant().size()).isEqualTo(1);
    assertThat(purchases.newProducts().relevant().contains(0, 2)).isTrue();
    assertThat(purchases.newProducts().known().contains(0, 1)).isTrue();
    assertThat(purchases.now().weights().value(0)).isEqualTo(2);
    assertThat(purchases.known().weights().value(0)).isEqualTo(1);
    assertThat(purchases.known().ratings().value(0)).isEqualTo(Math.log1p(3));
    assertThat(purchases.now().weights().rowCount()).isEqualTo(4);
    assertThat(purchases.now().weights().columnCount()).isEqualTo(5);
    assertThat(purchases.now().popularity("recent", 2).counts()).containsExactly(0, 1, 0, 0, 0);
    assertThat(purchases.known().popularity("recent", 4).counts()).containsOnly(0);
  }

  @Test
  void recommendsWhatNobodyHasYetAndFillsUpWithWhatIsPopular() {
    Purchases purchases = shop(0.4, 0.02);
    purchases.seeCustomer(CUSTOMERS);
    Contestants now = Contestants.train(purchases.now(), 2, ModelSettings.defaults(1));
    CustomerLists lists =
        new CustomerLists(
            List.of(now.named("co-purchase"), now.named("popularity")),
            purchases.now().weights(),
            purchases.exclusions(),
            10);
    List<CustomerLists.Item> items = items(lists);

    assertThat(items).hasSize(10 * (CUSTOMERS + 1));
    assertThat(items)
        .noneMatch(each -> lists.bought().contains(each.customer(), each.product()))
        .allMatch(each -> each.because().isEmpty() == each.recommender().equals("popularity"))
        .allMatch(
            each ->
                each.because()
                    .map(
                        because ->
                            because.scoreWithout() < each.score()
                                && lists.bought().contains(each.customer(), because.item()))
                    .orElse(true));
    assertThat(items.subList(10 * CUSTOMERS, items.size()))
        .allMatch(each -> each.recommender().equals("popularity"));
  }

  @Test
  void offersWhatIsBoughtAgainAndNothingThatIsExcluded() {
    Purchases purchases = new Purchases();
    purchases.add(new Pair(0, 0, 1_000_000, 1_000_000, 5, 5, 40, 10));
    purchases.add(new Pair(0, 1, 1_000_000, 1_000_000, 5, 5, 40, 10));
    purchases.add(new Pair(1, 2, 1_000_000, 1_000_000, 5, 5, 40, 10));
    purchases.seeProduct(4);
    purchases.exclusions().allowAgain(1);
    purchases.exclusions().exclude(2);
    purchases.exclusions().exclude(1, 3);
    CustomerLists lists =
        new CustomerLists(
            List.of(purchases.now().popularity("popularity", 100)),
            purchases.now().weights(),
            purchases.exclusions(),
            10);

    assertThat(items(lists))
        .extracting(item -> item.customer() + ": " + item.product() + " of " + item.excluded())
        .containsExactly(
            "0: 1 of 2", "0: 3 of 2", "0: 4 of 2", "1: 0 of 2", "1: 1 of 2", "1: 4 of 2");
  }

  @Test
  void ranksWhatIsPopularInTheCustomersSegmentOrCategories() {
    Purchases purchases = new Purchases();
    purchases.add(new Pair(0, 0, 1_000_000, 1_000_000, 5, 5, 40, 10));
    purchases.add(new Pair(0, 3, 1_000_000, 1_000_000, 5, 5, 40, 10));
    purchases.add(new Pair(1, 1, 1_000_000, 1_000_000, 5, 5, 40, 10));
    purchases.add(new Pair(2, 1, 1_000_000, 0, 5, 0, 5, -1));
    purchases.seeCustomer(3);
    assertThat(purchases.known().segmentPopularity("segment", 30)).isEmpty();
    assertThat(purchases.known().categoryPopularity("category", 30)).isEmpty();

    purchases.segmentsNow().put(0, 0);
    purchases.segmentsNow().put(1, 1);
    purchases.segmentsNow().put(2, 1);
    purchases.categories().put(0, 7);
    purchases.categories().put(1, 7);
    purchases.categories().put(2, 0);
    assertThat(purchases.segmentsTellTheFuture()).isTrue();
    Recommender bySegment = purchases.known().segmentPopularity("segment", 30).orElseThrow();
    assertThat(scores(bySegment, 0)).containsExactly(1, 0, 0, 1);
    assertThat(scores(bySegment, 2)).containsExactly(0, 1, 0, 0);
    assertThat(scores(bySegment, 3)).containsOnly(0);
    Recommender byCategory = purchases.known().categoryPopularity("category", 30).orElseThrow();
    assertThat(scores(byCategory, 0)).containsExactly(0.5, 0.5, 0, 0);
    assertThat(scores(byCategory, 3)).containsOnly(0);

    purchases.segmentsKnown().put(0, 1);
    assertThat(purchases.segmentsTellTheFuture()).isFalse();
    Recommender asItWas = purchases.known().segmentPopularity("segment", 30).orElseThrow();
    assertThat(scores(asItWas, 0)).containsExactly(1, 0, 0, 1);
    assertThat(scores(asItWas, 1)).containsOnly(0);
  }

  @Test
  void risesWithThePartOfCustomersWhoBoughtLately() {
    Popularity recent = new Popularity("recent", new double[] {0, 3, 3});
    Popularity ever = new Popularity("ever", new double[] {9, 9, 3});

    assertThat(Popularity.rising("rising", recent, ever).counts()).containsExactly(0, 1, 3);
  }

  private static double[] scores(Recommender recommender, int customer) {
    double[] scores = new double[4];
    recommender.score(customer, scores);
    return scores;
  }

  private static List<CustomerLists.Item> items(CustomerLists lists) {
    List<CustomerLists.Item> items = new ArrayList<>();
    lists.forEach(items::add);
    return items;
  }

  private static Contest contest(Purchases purchases) {
    return Contest.of(
        Contestants.train(purchases.known(), 2, ModelSettings.defaults(1)), purchases);
  }

  /** Everybody bought before and in the held-out days, with one chance for each kind of product. */
  private static Purchases shop(double own, double other) {
    Random random = new Random(8);
    Purchases purchases = new Purchases();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      int kind = customer % 2;
      int[] order = IntStream.range(0, PRODUCTS).toArray();
      boolean hasNew = false;
      for (int product : order) {
        double chance = product % 2 == kind ? own : other;
        boolean before = random.nextDouble() < chance;
        boolean after = random.nextDouble() < chance;
        boolean isLast = product >= PRODUCTS - 2 && product % 2 == kind;
        if (isLast && !hasNew) {
          before = false;
          after = true;
        }
        hasNew |= after && !before;
        if (before || after) {
          purchases.add(
              new Pair(
                  customer,
                  product,
                  1_000_000,
                  before ? 500_000 : 0,
                  10,
                  before ? 5 : 0,
                  after ? random.nextInt(30) : 30 + random.nextInt(60),
                  before ? random.nextInt(60) : -1));
        }
      }
    }
    return purchases;
  }
}
