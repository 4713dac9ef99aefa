package tributary.recommend;

import java.util.List;
import java.util.stream.Stream;
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
    Purchases purchases = PurchaseRows.read(rows);
    if (purchases.customers() == 0 || purchases.products() == 0) {
      return;
    }
    Results results = new Results(collector);
    Contestants known = Contestants.train(purchases.known(), minimumSupport, models);
    Contest contest = Contest.of(known, purchases);
    contest
        .qualities()
        .forEach(each -> results.quality(each, contest, caveat(each.recommender(), purchases)));
    new Judgement(known, purchases, testDays).tell(results);
    Contestants now = Contestants.train(purchases.now(), minimumSupport, models);
    boolean isGiven = !algorithm.equals(RecommendSettings.AUTO);
    Recommender winner = now.named(isGiven ? algorithm : contest.winner());
    results.figure(winner.name(), "is_published", 1, note(contest, isGiven));
    String popular = contest.popular().recommender();
    ModelRows.of(results, purchases.now().weights(), popular).keep(now.all(), contest, winner);
    List<Recommender> inTurn =
        Stream.of(winner.name(), popular, Contestants.POPULARITY)
            .distinct()
            .map(now::named)
            .toList();
    CustomerLists lists =
        new CustomerLists(inTurn, purchases.now().weights(), purchases.exclusions(), perCustomer);
    lists.forEach(results::product);
    results.similar("cosine", now.boughtTogether());
    results.similar("als", now.alike(minimumSupport));
    results.thinned(SwingJob.THINNING.of(purchases.now().weights()));
  }

  private static String caveat(String recommender, Purchases purchases) {
    return Contest.isFlattered(recommender, purchases)
        ? "flattered: no segments were published before the days that were held out, so it was judged by segments that know them"
        : null;
  }

  private static String note(Contest contest, boolean isGiven) {
    return isGiven ? "as asked for; " + contest.sentence() : contest.sentence();
  }
}
