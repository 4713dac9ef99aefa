package tributary.recommend;

import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.config.RecommendSettings;
import tributary.recommend.Purchases.Pair;
import tributary.recommend.ranking.Bootstrap;
import tributary.recommend.ranking.RankingQuality;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.ranking.Recommender.Because;

/**
 * From all purchases to everybody's products and to how good each recommender was: one task that
 * holds the purchases in memory, on all cores of its machine.
 */
final class RecommendationTask implements MapPartitionFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** What becomes of it: a product for a customer, or a figure of a recommender. */
  static final DataType RESULT =
      DataTypes.ROW(
          DataTypes.FIELD("customer_number", DataTypes.INT()),
          DataTypes.FIELD("item_rank", DataTypes.INT()),
          DataTypes.FIELD("product_number", DataTypes.INT()),
          DataTypes.FIELD("score", DataTypes.DOUBLE()),
          DataTypes.FIELD("because_number", DataTypes.INT()),
          DataTypes.FIELD("score_without", DataTypes.DOUBLE()),
          DataTypes.FIELD("recommender", DataTypes.STRING()),
          DataTypes.FIELD("metric_name", DataTypes.STRING()),
          DataTypes.FIELD("metric_value", DataTypes.DOUBLE()),
          DataTypes.FIELD("metric_low", DataTypes.DOUBLE()),
          DataTypes.FIELD("metric_high", DataTypes.DOUBLE()),
          DataTypes.FIELD("note", DataTypes.STRING()));

  private static final int FIRST_FIGURE = 6;
  private static final int FIELDS = 12;

  private final int perCustomer;
  private final int minimumSupport;
  private final long seed;
  private final String algorithm;

  RecommendationTask(RecommendSettings settings) {
    this.perCustomer = settings.perCustomer();
    this.minimumSupport = settings.minimumSupport();
    this.seed = settings.seed();
    this.algorithm = settings.algorithm();
  }

  @Override
  public void mapPartition(Iterable<Row> rows, Collector<Row> results) {
    Purchases purchases = read(rows);
    if (purchases.customers() == 0 || purchases.products() == 0) {
      return;
    }
    Contestants known = Contestants.train(purchases.known(), minimumSupport, seed);
    Contest contest = Contest.of(known, purchases.newProducts(), seed);
    contest.qualities().forEach(each -> figures(each, contest, results));
    Contestants now = Contestants.train(purchases.now(), minimumSupport, seed);
    boolean isGiven = !algorithm.equals(RecommendSettings.AUTO);
    Recommender winner = now.named(isGiven ? algorithm : contest.winner());
    results.collect(figure(winner.name(), "is_published", 1, null, note(contest, isGiven)));
    CustomerLists lists =
        new CustomerLists(
            winner,
            now.named(contest.popular().recommender()),
            purchases.now().weights(),
            perCustomer);
    lists.forEach(each -> results.collect(recommended(each)));
  }

  private String note(Contest contest, boolean isGiven) {
    return isGiven ? "as asked for; " + contest.sentence() : contest.sentence();
  }

  private static Purchases read(Iterable<Row> rows) {
    Purchases purchases = new Purchases();
    for (Row row : rows) {
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
    return purchases;
  }

  private static void figures(RankingQuality quality, Contest contest, Collector<Row> results) {
    double best = RankingQuality.mean(contest.popular().ndcg());
    double ndcg = RankingQuality.mean(quality.ndcg());
    double[] difference = Contest.difference(quality, contest.popular());
    String name = quality.recommender();
    results.collect(mean(name, "ndcg_at_10", quality.ndcg()));
    results.collect(mean(name, "recall_at_10", quality.recall()));
    results.collect(mean(name, "precision_at_10", quality.precision()));
    results.collect(mean(name, "map_at_10", quality.averagePrecision()));
    results.collect(mean(name, "ndcg_at_10_over_popularity", difference));
    if (best > 0) {
      results.collect(figure(name, "ndcg_at_10_lift", ndcg / best, null, null));
    }
    results.collect(figure(name, "coverage", quality.coverage(), null, null));
    results.collect(figure(name, "novelty", quality.novelty(), null, null));
    results.collect(figure(name, "customers_judged", quality.customers().length, null, null));
  }

  private static Row recommended(CustomerLists.Item item) {
    Row row = new Row(FIELDS);
    row.setField(0, item.customer() + 1);
    row.setField(1, item.place() + 1);
    row.setField(2, item.product() + 1);
    row.setField(3, item.score());
    row.setField(4, item.because().map(each -> each.item() + 1).orElse(null));
    row.setField(5, item.because().map(Because::scoreWithout).orElse(null));
    row.setField(FIRST_FIGURE, item.recommender());
    return row;
  }

  private static Row mean(String recommender, String metric, double[] figures) {
    Bootstrap interval = Bootstrap.of(figures, 1);
    return figure(recommender, metric, RankingQuality.mean(figures), interval, null);
  }

  private static Row figure(
      String recommender, String metric, double value, Bootstrap interval, String note) {
    Row row = new Row(FIELDS);
    row.setField(FIRST_FIGURE, recommender);
    row.setField(FIRST_FIGURE + 1, metric);
    row.setField(FIRST_FIGURE + 2, value);
    if (interval != null) {
      row.setField(FIRST_FIGURE + 3, interval.low());
      row.setField(FIRST_FIGURE + 4, interval.high());
    }
    row.setField(FIRST_FIGURE + 5, note);
    return row;
  }
}
