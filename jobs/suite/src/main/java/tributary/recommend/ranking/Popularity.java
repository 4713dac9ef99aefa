package tributary.recommend.ranking;

import tributary.recommend.matrix.SparseMatrix;

/**
 * The same ranking for everybody: what other models have to beat.
 *
 * @param name what it counts
 * @param counts a number per item, such as how many customers bought it
 */
public record Popularity(String name, double[] counts) implements Recommender {
  /** By how many customers have a value above 0. */
  public static Popularity ofCustomers(String name, SparseMatrix interactions) {
    double[] counts = new double[interactions.columnCount()];
    for (int at = 0; at < interactions.size(); at++) {
      counts[interactions.column(at)] += interactions.value(at) > 0 ? 1 : 0;
    }
    return new Popularity(name, counts);
  }

  @Override
  public void score(int customer, double[] scores) {
    System.arraycopy(counts, 0, scores, 0, counts.length);
  }
}
