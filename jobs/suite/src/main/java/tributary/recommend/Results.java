package tributary.recommend;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Bootstrap;
import tributary.recommend.ranking.Neighbours;
import tributary.recommend.ranking.RankingQuality;
import tributary.recommend.ranking.Recommender.Because;

/**
 * What the task makes, as rows of one type: products for customers, figures of recommenders,
 * similar products, purchases for Swing to read, and what is kept of models. Numbers begin at 1.
 */
record Results(Collector<Row> rows) {
  /** Of a row, the fields that its kind does not have are null. */
  static final DataType TYPE =
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
          DataTypes.FIELD("note", DataTypes.STRING()),
          DataTypes.FIELD("similar_number", DataTypes.INT()),
          DataTypes.FIELD("similarity_kind", DataTypes.STRING()),
          DataTypes.FIELD("excluded_products", DataTypes.INT()),
          DataTypes.FIELD("trained", ModelRows.MODEL),
          DataTypes.FIELD("kept", ModelRows.NUMBER),
          DataTypes.FIELD("judged_on", DataTypes.STRING()));

  private static final int FIRST_FIGURE = 6;
  private static final int FIRST_SIMILARITY = 12;
  private static final int EXCLUDED = 14;
  private static final int MODEL = 15;
  private static final int JUDGED_ON = 17;
  private static final int FIELDS = 18;

  /** A product for a customer. */
  void product(CustomerLists.Item item) {
    Row row = new Row(FIELDS);
    row.setField(0, item.customer() + 1);
    row.setField(1, item.place() + 1);
    row.setField(2, item.product() + 1);
    row.setField(3, item.score());
    row.setField(4, item.because().map(each -> each.item() + 1).orElse(null));
    row.setField(5, item.because().map(Because::scoreWithout).orElse(null));
    row.setField(FIRST_FIGURE, item.recommender());
    row.setField(EXCLUDED, item.excluded());
    rows.collect(row);
  }

  /**
   * How well a recommender did in the contest.
   *
   * @param caveat in words; or null
   */
  void quality(RankingQuality quality, Contest contest, String caveat) {
    RankingQuality popular = contest.popular();
    String name = quality.recommender();
    compare(quality, popular, caveat, null);
    figure(name, "coverage", quality.coverage(), null);
    lift(name, "coverage", quality.coverage(), popular.coverage(), null);
    figure(name, "novelty", quality.novelty(), null);
    lift(name, "novelty", quality.novelty(), popular.novelty(), null);
    figure(name, "customers_judged", quality.customers().length, null);
  }

  /**
   * How well a recommender foretold what is bought again.
   *
   * @param popular the best popularity at that
   */
  void repeats(RankingQuality quality, RankingQuality popular) {
    compare(quality, popular, null, "repeat purchases");
  }

  /** Means over customers, each also as the difference and the ratio to that of popularity. */
  private void compare(
      RankingQuality quality, RankingQuality popular, String caveat, String judgedOn) {
    String name = quality.recommender();
    Map<String, double[]> best = means(popular);
    means(quality)
        .forEach(
            (metric, figures) -> {
              double[] others = best.get(metric);
              mean(name, metric, figures, caveat, judgedOn);
              double[] difference = Contest.difference(figures, others);
              mean(name, metric + "_over_popularity", difference, caveat, judgedOn);
              double mean = RankingQuality.mean(figures);
              lift(name, metric, mean, RankingQuality.mean(others), judgedOn);
            });
  }

  /** What is told of each customer, by the name of its mean. */
  private static Map<String, double[]> means(RankingQuality quality) {
    Map<String, double[]> means = new LinkedHashMap<>();
    means.put("ndcg_at_10", quality.ndcg());
    means.put("recall_at_10", quality.recall());
    means.put("precision_at_10", quality.precision());
    means.put("map_at_10", quality.averagePrecision());
    return means;
  }

  private void mean(
      String recommender, String metric, double[] figures, String note, String judgedOn) {
    Row row = row(recommender, metric, RankingQuality.mean(figures));
    Bootstrap interval = Contest.interval(figures);
    row.setField(FIRST_FIGURE + 3, interval.low());
    row.setField(FIRST_FIGURE + 4, interval.high());
    row.setField(FIRST_FIGURE + 5, note);
    row.setField(JUDGED_ON, judgedOn);
    rows.collect(row);
  }

  /** The ratio to what popularity reaches, where that is anything. */
  private void lift(String recommender, String metric, double value, double best, String judgedOn) {
    if (best > 0) {
      Row row = row(recommender, metric + "_lift", value / best);
      row.setField(JUDGED_ON, judgedOn);
      rows.collect(row);
    }
  }

  /**
   * A figure of a recommender.
   *
   * @param note in words; or null
   */
  void figure(String recommender, String metric, double value, String note) {
    Row row = row(recommender, metric, value);
    row.setField(FIRST_FIGURE + 5, note);
    rows.collect(row);
  }

  private static Row row(String recommender, String metric, double value) {
    Row row = new Row(FIELDS);
    row.setField(FIRST_FIGURE, recommender);
    row.setField(FIRST_FIGURE + 1, metric);
    row.setField(FIRST_FIGURE + 2, value);
    return row;
  }

  /** A model that was fitted. */
  void model(String recommender, Row model) {
    Row row = new Row(FIELDS);
    row.setField(FIRST_FIGURE, recommender);
    row.setField(MODEL, model);
    rows.collect(row);
  }

  /** One of a model's numbers. */
  void number(String recommender, Row number) {
    Row row = new Row(FIELDS);
    row.setField(FIRST_FIGURE, recommender);
    row.setField(MODEL + 1, number);
    rows.collect(row);
  }

  /** Each product's similar ones. */
  void similar(String kind, Neighbours neighbours) {
    for (int product = 0; product < neighbours.items().length; product++) {
      for (int place = 0; place < neighbours.items()[product].length; place++) {
        Row row = new Row(FIELDS);
        row.setField(1, place + 1);
        row.setField(2, product + 1);
        row.setField(3, neighbours.scores()[product][place]);
        row.setField(FIRST_SIMILARITY, neighbours.items()[product][place] + 1);
        row.setField(FIRST_SIMILARITY + 1, kind);
        rows.collect(row);
      }
    }
  }

  /** Purchases for Swing. */
  void thinned(SparseMatrix purchases) {
    for (int customer = 0; customer < purchases.rowCount(); customer++) {
      for (int at = purchases.start(customer); at < purchases.end(customer); at++) {
        Row row = new Row(FIELDS);
        row.setField(0, customer + 1);
        row.setField(2, purchases.column(at) + 1);
        row.setField(FIRST_SIMILARITY + 1, "swing");
        rows.collect(row);
      }
    }
  }
}
