package tributary.recommend.ranking;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Ranks items for customers. */
public interface Recommender {
  /** What it is called in tables. */
  String name();

  /**
   * How much it speaks for each item at a customer; higher is better, 0 or less when nothing does.
   *
   * @param customer a row of what it was trained on
   * @param scores is filled; one number per item
   */
  void score(int customer, double[] scores);

  /**
   * What speaks most for items that it ranks for a customer, where it knows; in the items' order.
   */
  default List<Optional<Because>> because(int customer, int[] items) {
    return Collections.nCopies(items.length, Optional.empty());
  }

  /**
   * One of a customer's purchases.
   *
   * @param item what was bought
   * @param scoreWithout the score if it had not been bought, by the model's own arithmetic; lower
   *     than the score
   */
  record Because(int item, double scoreWithout) {}
}
