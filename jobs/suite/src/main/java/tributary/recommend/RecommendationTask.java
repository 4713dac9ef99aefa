package tributary.recommend;

import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.config.RecommendSettings;
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
  private final int testDays;
  private final ModelSettings models;
  private final String algorithm;

  RecommendationTask(RecommendSettings settings, ModelSettings models) {
    this.perCustomer = settings.perCustomer();
    this.minimumSupport = settings.minimumSupport();
    this.models = models;
    this.testDays = settings.testDays();
    this.algorithm = settings.algorithm();
  }

  @Override
  public void mapPartition(Iterable<Row> rows, Collector<Row> collector) {
    Purchases purchases = Purchases.of(rows);
    if (purchases.customers() == 0 || purchases.products() == 0) {
      return;
    }
    Results results = new Results(collector);
    Contestants known = Contestants.train(purchases.known(), minimumSupport, models);
    Contest contest = Contest.of(known, purchases.newProducts(), models.als().seed());
    contest.qualities().forEach(each -> results.quality(each, contest));
    new Judgement(known, purchases, testDays).tell(results);
    Contestants now = Contestants.train(purchases.now(), minimumSupport, models);
    boolean isGiven = !algorithm.equals(RecommendSettings.AUTO);
    Recommender winner = now.named(isGiven ? algorithm : contest.winner());
    results.figure(winner.name(), "is_published", 1, null, note(contest, isGiven));
    new ModelRows(results, purchases.now(), contest.popular().recommender())
        .keep(now.all(), contest, winner);
    CustomerLists lists =
        new CustomerLists(
            winner,
            now.named(contest.popular().recommender()),
            purchases.now().weights(),
            perCustomer);
    lists.forEach(results::product);
    results.similar("cosine", now.boughtTogether());
    results.similar("als", now.alike(minimumSupport));
    results.thinned(SwingJob.THINNING.of(purchases.now().weights()));
  }

  private static String note(Contest contest, boolean isGiven) {
    return isGiven ? "as asked for; " + contest.sentence() : contest.sentence();
  }
}
