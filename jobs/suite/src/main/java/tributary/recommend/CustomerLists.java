package tributary.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.ranking.Recommender.Because;
import tributary.recommend.ranking.TopItems;

/**
 * Every customer's products: those that the first recommender speaks for, then those of the next;
 * the last one fills up with whatever is left.
 *
 * @param recommenders the best first
 * @param bought customers in rows, products in columns
 * @param exclusions what is not to be offered
 * @param length how many products a customer gets, when there are so many
 */
record CustomerLists(
    List<Recommender> recommenders, SparseMatrix bought, Exclusions exclusions, int length) {
  /** Customers who are worked on at a time. */
  private static final int CHUNK = 4096;

  CustomerLists {
    recommenders = List.copyOf(recommenders);
  }

  /**
   * A product for a customer.
   *
   * @param customer from 0
   * @param place from 0
   * @param product from 0
   * @param score by the recommender
   * @param because which purchase speaks most for it, where that is known
   * @param recommender whose score it is
   * @param excluded how many products were not to be offered to the customer
   */
  record Item(
      int customer,
      int place,
      int product,
      double score,
      Optional<Because> because,
      String recommender,
      int excluded) {}

  /** Hands over all items, in the order of customers and places; computes in parallel. */
  void forEach(Consumer<Item> consumer) {
    for (int first = 0; first < bought.rowCount(); first += CHUNK) {
      IntStream.range(first, Math.min(bought.rowCount(), first + CHUNK))
          .parallel()
          .mapToObj(this::items)
          .toList()
          .forEach(items -> items.forEach(consumer));
    }
  }

  private List<Item> items(int customer) {
    List<Item> items = new ArrayList<>();
    BitSet unavailable = exclusions.of(customer, bought);
    int excluded = unavailable.cardinality();
    for (Recommender each : recommenders) {
      if (items.size() < length) {
        boolean isLast = each == recommenders.get(recommenders.size() - 1);
        add(customer, each, isLast, unavailable, excluded, items);
      }
    }
    return items;
  }

  private void add(
      int customer,
      Recommender recommender,
      boolean isLast,
      BitSet unavailable,
      int excluded,
      List<Item> items) {
    double[] scores = new double[bought.columnCount()];
    recommender.score(customer, scores);
    int[] products =
        TopItems.of(
            scores,
            length - items.size(),
            item -> (isLast || scores[item] > 0) && !unavailable.get(item));
    List<Optional<Because>> reasons = recommender.because(customer, products);
    for (int i = 0; i < products.length; i++) {
      int product = products[i];
      double score = scores[product];
      // A purchase that changes nothing that a number could show is no reason.
      Optional<Because> because = reasons.get(i).filter(each -> each.scoreWithout() < score);
      items.add(
          new Item(customer, items.size(), product, score, because, recommender.name(), excluded));
      unavailable.set(product);
    }
  }
}
