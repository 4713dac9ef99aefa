package tributary.recommend.ranking;

import java.util.Arrays;
import tributary.recommend.matrix.SparseMatrix;

/**
 * Ranks what a customer has by how often and how lately it was bought: what others have to beat
 * where customers buy again.
 *
 * @param weights customers in rows, items in columns
 */
public record OwnPurchases(SparseMatrix weights) implements Recommender {
  @Override
  public String name() {
    return "own-purchases";
  }

  @Override
  public void score(int customer, double[] scores) {
    Arrays.fill(scores, 0);
    for (int at = weights.start(customer); at < weights.end(customer); at++) {
      scores[weights.column(at)] = weights.value(at);
    }
  }
}
