package tributary.recommend.svdpp;

import tributary.recommend.matrix.SparseMatrix;

/**
 * Ratings by biases alone, r(u, i) = mean + b(u) + b(i): what SVD++ has to beat. Biases are solved
 * in turn, items first, each shrunk towards 0 (Koren 2010, "Factor in the neighbors", ACM TKDD 4,
 * section 2.1); passes and shrinkage are those of the Surprise library's BaselineOnly.
 *
 * @param mean of all ratings
 * @param lowest rating
 * @param highest rating
 * @param userBiases b(u)
 * @param itemBiases b(i)
 */
public record BiasBaseline(
    double mean, double lowest, double highest, double[] userBiases, double[] itemBiases)
    implements RatingModel {
  private static final int PASSES = 10;
  private static final double SHRINKAGE_OF_USERS = 15;
  private static final double SHRINKAGE_OF_ITEMS = 10;

  /**
   * Fits one.
   *
   * @param ratings users in rows, items in columns
   */
  public static BiasBaseline fit(SparseMatrix ratings) {
    SparseMatrix byItem = ratings.transpose();
    double[] users = new double[ratings.rowCount()];
    double[] items = new double[ratings.columnCount()];
    for (int pass = 0; pass < PASSES; pass++) {
      solve(byItem, ratings.mean(), users, SHRINKAGE_OF_ITEMS, items);
      solve(ratings, ratings.mean(), items, SHRINKAGE_OF_USERS, users);
    }
    return new BiasBaseline(ratings.mean(), ratings.lowest(), ratings.highest(), users, items);
  }

  /** Solves the biases of rows, given those of columns. */
  private static void solve(
      SparseMatrix ratings, double mean, double[] columns, double shrinkage, double[] rows) {
    for (int row = 0; row < rows.length; row++) {
      double sum = 0;
      for (int at = ratings.start(row); at < ratings.end(row); at++) {
        sum += ratings.value(at) - mean - columns[ratings.column(at)];
      }
      rows[row] = sum / (shrinkage + ratings.size(row));
    }
  }

  @Override
  public double predict(int user, int item) {
    double rating = mean + (user < 0 ? 0 : userBiases[user]) + (item < 0 ? 0 : itemBiases[item]);
    return Math.min(highest, Math.max(lowest, rating));
  }
}
