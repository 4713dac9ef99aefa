package tributary.recommend.ranking;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import tributary.recommend.matrix.SparseMatrix;

/**
 * What a recommender is to find without having seen it.
 *
 * @param known customers in rows, items in columns: what it sees
 * @param relevant what it is to find, of the same shape
 */
public record HeldOut(SparseMatrix known, SparseMatrix relevant) {
  public HeldOut {
    if (known.rowCount() != relevant.rowCount() || known.columnCount() != relevant.columnCount()) {
      throw new IllegalArgumentException(
          "Invalid split: %s x %s and %s x %s"
              .formatted(
                  known.rowCount(),
                  known.columnCount(),
                  relevant.rowCount(),
                  relevant.columnCount()));
    }
  }

  /** A fifth of all pairs, drawn at random. */
  public static HeldOut fifthOf(SparseMatrix all, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    boolean[] isKnown = new boolean[all.size()];
    boolean[] isHeldOut = new boolean[all.size()];
    for (int at = 0; at < all.size(); at++) {
      isHeldOut[at] = random.nextInt(5) == 0;
      isKnown[at] = !isHeldOut[at];
    }
    return new HeldOut(all.where(isKnown), all.where(isHeldOut));
  }

  /**
   * The part of a customer's relevant items that was recommended, as the mean over all customers
   * with relevant items; 0 when nobody has any.
   *
   * @param recommended each customer's items
   */
  public double recall(int[][] recommended) {
    double sum = 0;
    int customers = 0;
    for (int customer = 0; customer < relevant.rowCount(); customer++) {
      int size = relevant.size(customer);
      if (size > 0) {
        int hits = 0;
        for (int item : recommended[customer]) {
          hits += relevant.contains(customer, item) ? 1 : 0;
        }
        sum += (double) hits / size;
        customers++;
      }
    }
    return customers == 0 ? 0 : sum / customers;
  }
}
