package tributary.recommend.als;

import tributary.recommend.matrix.Factors;

/**
 * Factors whose inner product says how much a customer prefers an item.
 *
 * @param customers a vector per customer; zero for one without interactions
 * @param items a vector per item
 */
public record ImplicitAlsModel(Factors customers, Factors items) {
  /** Scores of all items for a customer, into an array as long as there are items. */
  public void score(int customer, double[] scores) {
    for (int item = 0; item < items.count(); item++) {
      scores[item] = customers.dot(customer, items, item);
    }
  }
}
