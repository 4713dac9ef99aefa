package tributary.recommend.ranking;

import java.util.Arrays;
import tributary.recommend.matrix.SparseMatrix;

/**
 * The same ranking for all customers of a group, such as a segment.
 *
 * @param name what it counts
 * @param groups each customer's, from 0; negative for one who is in none
 * @param counts of each group, a number per item
 */
public record GroupPopularity(String name, int[] groups, double[][] counts) implements Recommender {
  /** By how many customers of the group have a value above 0. */
  public static GroupPopularity ofCustomers(String name, SparseMatrix interactions, int[] groups) {
    int most = Arrays.stream(groups).max().orElse(-1);
    double[][] counts = new double[most + 1][interactions.columnCount()];
    for (int customer = 0; customer < groups.length; customer++) {
      for (int at = interactions.start(customer);
          groups[customer] >= 0 && at < interactions.end(customer);
          at++) {
        counts[groups[customer]][interactions.column(at)] += interactions.value(at) > 0 ? 1 : 0;
      }
    }
    return new GroupPopularity(name, groups, counts);
  }

  @Override
  public void score(int customer, double[] scores) {
    if (groups[customer] < 0) {
      Arrays.fill(scores, 0);
      return;
    }
    System.arraycopy(counts[groups[customer]], 0, scores, 0, scores.length);
  }
}
