package tributary.recommend.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.ModelNumber.Part;

/**
 * Item-based nearest neighbours (Sarwar, Karypis, Konstan and Riedl 2001, "Item-based collaborative
 * filtering recommendation algorithms", WWW, section 3): an item's score is the sum of its cosines
 * to what the customer bought, of which each item's nearest count.
 */
public final class CoPurchase implements Keepable {
  /** Of customers with more, the last items make pairs: pairs grow with the square. */
  private static final int MOST_ITEMS = 1000;

  private final SparseMatrix known;
  private final Neighbours neighbours;
  private final Map<String, Number> parameters;

  private CoPurchase(SparseMatrix known, Neighbours neighbours, Map<String, Number> parameters) {
    this.known = known;
    this.neighbours = neighbours;
    this.parameters = parameters;
  }

  /**
   * Finds each item's neighbours.
   *
   * @param known customers in rows, items in columns, the most popular first; values do not count
   * @param nearest how many neighbours an item has at most
   * @param minimumSupport how many customers must have bought both
   */
  public static CoPurchase fit(SparseMatrix known, int nearest, int minimumSupport) {
    SparseMatrix buyers = known.transpose();
    SparseMatrix baskets = known.where(isInBasket(known));
    SparseMatrix byItem = baskets.transpose();
    return new CoPurchase(
        known,
        Neighbours.nearest(
            known.columnCount(),
            nearest,
            item -> {
              double[] scores = together(baskets, byItem, item);
              for (int other = 0; other < scores.length; other++) {
                scores[other] =
                    scores[other] < minimumSupport
                        ? 0
                        : scores[other]
                            / Math.sqrt((double) buyers.size(item) * buyers.size(other));
              }
              return scores;
            }),
        Map.of("neighbours", nearest, "minimum_support", minimumSupport));
  }

  /**
   * One that was kept.
   *
   * @param known what customers have now
   */
  public static CoPurchase of(
      ModelNumbers numbers, SparseMatrix known, Map<String, Number> parameters) {
    return new CoPurchase(
        known, numbers.neighbours(Part.NEIGHBOUR, known.columnCount()), parameters);
  }

  @Override
  public Map<String, Number> parameters() {
    return parameters;
  }

  @Override
  public void keep(Consumer<ModelNumber> numbers) {
    for (int item = 0; item < neighbours.items().length; item++) {
      for (int n = 0; n < neighbours.items()[item].length; n++) {
        int other = neighbours.items()[item][n];
        double cosine = neighbours.scores()[item][n];
        numbers.accept(new ModelNumber(Part.NEIGHBOUR, item, other, n, cosine));
      }
    }
  }

  private static boolean[] isInBasket(SparseMatrix known) {
    boolean[] isInBasket = new boolean[known.size()];
    for (int customer = 0; customer < known.rowCount(); customer++) {
      int end = known.end(customer);
      Arrays.fill(isInBasket, Math.max(known.start(customer), end - MOST_ITEMS), end, true);
    }
    return isInBasket;
  }

  /** How many customers bought both, for each other item. */
  private static double[] together(SparseMatrix baskets, SparseMatrix byItem, int item) {
    double[] counts = new double[baskets.columnCount()];
    for (int at = byItem.start(item); at < byItem.end(item); at++) {
      int customer = byItem.column(at);
      for (int bought = baskets.start(customer); bought < baskets.end(customer); bought++) {
        counts[baskets.column(bought)]++;
      }
    }
    return counts;
  }

  /** Which items the same customers bought. */
  public Neighbours neighbours() {
    return neighbours;
  }

  @Override
  public String name() {
    return "co-purchase";
  }

  @Override
  public void score(int customer, double[] scores) {
    Arrays.fill(scores, 0);
    for (int at = known.start(customer); at < known.end(customer); at++) {
      int item = known.column(at);
      for (int n = 0; n < neighbours.items()[item].length; n++) {
        scores[neighbours.items()[item][n]] += neighbours.scores()[item][n];
      }
    }
  }

  /** The purchases with the largest cosines. */
  @Override
  public List<Optional<Because>> because(int customer, int[] items) {
    return Arrays.stream(items).mapToObj(item -> because(customer, item)).toList();
  }

  private Optional<Because> because(int customer, int item) {
    double score = 0;
    double largest = 0;
    int nearest = -1;
    for (int at = known.start(customer); at < known.end(customer); at++) {
      double cosine = neighbours.score(known.column(at), item);
      score += cosine;
      if (cosine > largest) {
        largest = cosine;
        nearest = known.column(at);
      }
    }
    return nearest < 0 ? Optional.empty() : Optional.of(new Because(nearest, score - largest));
  }
}
