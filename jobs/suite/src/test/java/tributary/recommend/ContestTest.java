package tributary.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tributary.recommend.Purchases.Pair;
import tributary.recommend.ranking.RankingQuality;
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
            now.named("co-purchase"), now.named("popularity"), purchases.now().weights(), 10);
    List<CustomerLists.Item> items = new ArrayList<>();
    lists.forEach(items::add);

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

  private static Contest contest(Purchases purchases) {
    return Contest.of(
        Contestants.train(purchases.known(), 2, ModelSettings.defaults(1)),
        purchases.newProducts(),
        1);
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
