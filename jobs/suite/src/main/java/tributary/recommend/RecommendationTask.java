package tributary.recommend;

import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.config.RecommendSettings;
import tributary.recommend.Purchases.Pair;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.tuning.ModelSettings;

/**
 * From all purchases to everybody's products and to how good each recommender was: one task that
 * holds the purchases in memory, on all cores of its machine.
 */
final class RecommendationTask implements MapPartitionFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final int perCustomer;
  private final int minimumSupport;
  private final ModelSettings models;
  private final String algorithm;

  RecommendationTask(RecommendSettings settings, ModelSettings models) {
    this.perCustomer = settings.perCustomer();
    this.minimumSupport = settings.minimumSupport();
    this.models = models;
    this.algorithm = settings.algorithm();
  }

  @Override
  public void mapPartition(Iterable<Row> rows, Collector<Row> collector) {
    Purchases purchases = read(rows);
    if (purchases.customers() == 0 || purchases.products() == 0) {
      return;
    }
    Results results = new Results(collector);
    Contestants known = Contestants.train(purchases.known(), minimumSupport, models);
    Contest contest = Contest.of(known, purchases.newProducts(), models.als().seed());
    contest.qualities().forEach(each -> results.quality(each, contest));
    Contestants now = Contestants.train(purchases.now(), minimumSupport, models);
    boolean isGiven = !algorithm.equals(RecommendSettings.AUTO);
    Recommender winner = now.named(isGiven ? algorithm : contest.winner());
    Recommender popular = now.named(contest.popular().recommender());
    results.figure(winner.name(), "is_published", 1, null, note(contest, isGiven));
    new ModelRows(results, purchases.now(), popular.name()).keep(now.all(), contest, winner);
    new CustomerLists(winner, popular, purchases.now().weights(), perCustomer)
        .forEach(results::product);
  }

  private static String note(Contest contest, boolean isGiven) {
    return isGiven ? "as asked for; " + contest.sentence() : contest.sentence();
  }

  /** Reads the view {@code purchases}. */
  static Purchases read(Iterable<Row> rows) {
    Purchases purchases = new Purchases();
    rows.forEach(row -> read(row, purchases));
    return purchases;
  }

  /** Reads one of its rows. */
  static void read(Row row, Purchases purchases) {
    int customer = row.<Integer>getFieldAs(0) - 1;
    int product = row.<Integer>getFieldAs(1) - 1;
    if (customer >= 0 && product >= 0) {
      purchases.add(
          new Pair(
              customer,
              product,
              row.getFieldAs(2),
              row.getFieldAs(3),
              row.getFieldAs(4),
              row.getFieldAs(5),
              row.getFieldAs(6),
              row.getFieldAs(7)));
    } else if (customer >= 0) {
      purchases.seeCustomer(customer);
    } else {
      purchases.seeProduct(product);
    }
  }
}
