package tributary.recommend.ranking;

import java.util.Arrays;
import tributary.recommend.matrix.SparseMatrix;

/**
 * What is popular in the categories that a customer bought of: an item's count times the part of
 * the customer's items that are of its category. An item without a category is never ranked.
 *
 * @param name what it counts
 * @param counts a number per item
 * @param categories each item's, from 0; negative for one that has none
 * @param known what customers bought
 */
public record CategoryPopularity(String name, double[] counts, int[] categories, SparseMatrix known)
    implements Recommender {
  @Override
  public void score(int customer, double[] scores) {
    double[] shares = new double[Arrays.stream(categories).max().orElse(-1) + 1];
    for (int at = known.start(customer); at < known.end(customer); at++) {
      int category = categories[known.column(at)];
      if (category >= 0) {
        shares[category] += 1.0 / known.size(customer);
      }
    }
    for (int item = 0; item < scores.length; item++) {
      scores[item] = categories[item] < 0 ? 0 : counts[item] * shares[categories[item]];
    }
  }
}
