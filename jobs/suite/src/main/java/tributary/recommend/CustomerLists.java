package tributary.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.ranking.Recommender.Because;
import tributary.recommend.ranking.TopItems;

/**
 * Every customer's products: those that the winner speaks for, then popular ones, none of which the
 * customer has.
 *
 * @param winner who recommends
 * @param popular what fills up
 * @param bought customers in rows, products in columns
 * @param length how many products a customer gets, when there are so many
 */
record CustomerLists(Recommender winner, Recommender popular, SparseMatrix bought, int length) {
  /** Customers who are worked on at a time. */
  private static final int CHUNK = 4096;

  /**
   * A product for a customer.
   *
   * @param customer from 0
   * @param place from 0
   * @param product from 0
   * @param score by the recommender
   * @param because which purchase speaks most for it, where that is known
   * @param recommender whose score it is
   */
  record Item(
      int customer,
      int place,
      int product,
      double score,
      Optional<Because> because,
      String recommender) {}

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
    double[] scores = new double[bought.columnCount()];
    winner.score(customer, scores);
    int[] products =
        TopItems.of(scores, length, item -> scores[item] > 0 && !bought.contains(customer, item));
    List<Optional<Because>> reasons = winner.because(customer, products);
    List<Item> items = new ArrayList<>();
    for (int place = 0; place < products.length; place++) {
      int product = products[place];
      double score = scores[product];
      // A purchase that changes nothing that a number could show is no reason.
      Optional<Because> because = reasons.get(place).filter(each -> each.scoreWithout() < score);
      items.add(new Item(customer, place, product, score, because, winner.name()));
    }
    fill(customer, products, items);
    return items;
  }

  private void fill(int customer, int[] products, List<Item> items) {
    if (items.size() == length) {
      return;
    }
    double[] scores = new double[bought.columnCount()];
    popular.score(customer, scores);
    int[] rest =
        TopItems.of(
            scores,
            length - items.size(),
            item ->
                !bought.contains(customer, item)
                    && IntStream.of(products).noneMatch(each -> each == item));
    for (int product : rest) {
      items.add(
          new Item(
              customer, items.size(), product, scores[product], Optional.empty(), popular.name()));
    }
  }
}
