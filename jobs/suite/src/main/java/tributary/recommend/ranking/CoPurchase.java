package tributary.recommend.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.ModelNumber.Part;

/**
 * Item-based nearest neighbours (Sarwar, Karypis, Konstan and Riedl 2001, "Item-based collaborative
 * filtering recommendation algorithms", WWW, section 3): an item's score is the sum of its cosines
 * to what the customer bought, of which each item's nearest count.
 */
public final class CoPurchase implements Keepable {
  /** Of customers with more, the items that fewer bought: pairs grow with the square. */
  private static final int MOST_ITEMS = 300;

  private final SparseMatrix known;
  private final int[][] neighbours;
  private final double[][] cosines;
  private final Map<String, Number> parameters;

  private CoPurchase(
      SparseMatrix known, int[][] neighbours, double[][] cosines, Map<String, Number> parameters) {
    this.known = known;
    this.parameters = parameters;
    this.neighbours = neighbours;
    this.cosines = cosines;
  }

  /**
   * Finds each item's neighbours.
   *
   * @param known customers in rows, items in columns; values do not count
   * @param nearest how many neighbours an item has at most
   * @param minimumSupport how many customers must have bought both
   */
  public static CoPurchase fit(SparseMatrix known, int nearest, int minimumSupport) {
    SparseMatrix byItem = known.transpose();
    int items = known.columnCount();
    int[][] neighbours = new int[items][];
    double[][] cosines = new double[items][];
    IntStream.range(0, items)
        .parallel()
        .forEach(
            item -> {
              double[] scores = together(known, byItem, item);
              for (int other = 0; other < items; other++) {
                scores[other] =
                    other == item || scores[other] < minimumSupport
                        ? 0
                        : scores[other]
                            / Math.sqrt((double) byItem.size(item) * byItem.size(other));
              }
              neighbours[item] = TopItems.of(scores, nearest, other -> scores[other] > 0);
              cosines[item] = Arrays.stream(neighbours[item]).mapToDouble(i -> scores[i]).toArray();
            });
    return new CoPurchase(
        known,
        neighbours,
        cosines,
        Map.of("neighbours", nearest, "minimum_support", minimumSupport));
  }

  /**
   * One that was kept.
   *
   * @param known what customers have now
   */
  public static CoPurchase of(
      ModelNumbers numbers, SparseMatrix known, Map<String, Number> parameters) {
    int items = known.columnCount();
    int[][] neighbours = new int[items][0];
    double[][] cosines = new double[items][0];
    numbers.forEach(
        Part.NEIGHBOUR,
        number -> {
          int item = number.entity();
          int size = neighbours[item].length;
          neighbours[item] = Arrays.copyOf(neighbours[item], size + 1);
          cosines[item] = Arrays.copyOf(cosines[item], size + 1);
          neighbours[item][size] = number.other();
          cosines[item][size] = number.value();
        });
    return new CoPurchase(known, neighbours, cosines, parameters);
  }

  @Override
  public Map<String, Number> parameters() {
    return parameters;
  }

  @Override
  public void keep(Consumer<ModelNumber> numbers) {
    for (int item = 0; item < neighbours.length; item++) {
      for (int n = 0; n < neighbours[item].length; n++) {
        numbers.accept(
            new ModelNumber(Part.NEIGHBOUR, item, neighbours[item][n], n, cosines[item][n]));
      }
    }
  }

  /** How many customers bought both, for each other item. */
  private static double[] together(SparseMatrix known, SparseMatrix byItem, int item) {
    double[] counts = new double[known.columnCount()];
    for (int at = byItem.start(item); at < byItem.end(item); at++) {
      int customer = byItem.column(at);
      int last = Math.min(known.end(customer), known.start(customer) + MOST_ITEMS);
      for (int bought = known.start(customer); bought < last; bought++) {
        counts[known.column(bought)]++;
      }
    }
    return counts;
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
      for (int n = 0; n < neighbours[item].length; n++) {
        scores[neighbours[item][n]] += cosines[item][n];
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
      double cosine = cosine(known.column(at), item);
      score += cosine;
      if (cosine > largest) {
        largest = cosine;
        nearest = known.column(at);
      }
    }
    return nearest < 0 ? Optional.empty() : Optional.of(new Because(nearest, score - largest));
  }

  /** Of an item's neighbour; 0 of another item. */
  private double cosine(int item, int neighbour) {
    for (int n = 0; n < neighbours[item].length; n++) {
      if (neighbours[item][n] == neighbour) {
        return cosines[item][n];
      }
    }
    return 0;
  }
}
