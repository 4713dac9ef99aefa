package tributary.recommend.ranking;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tributary.recommend.matrix.Factors;

/**
 * Each item's most similar others.
 *
 * @param items of each item, its neighbours, the most similar first
 * @param scores how similar they are, in the same order; all above 0
 */
public record Neighbours(int[][] items, double[][] scores) {
  /** How similar items are. */
  @FunctionalInterface
  interface Similarity {
    /** Of one item to each of all; 0 or less where it is not similar; may be asked in parallel. */
    double[] of(int item);
  }

  /** The most similar of all items, found in parallel. */
  static Neighbours nearest(int itemCount, int count, Similarity similarity) {
    int[][] items = new int[itemCount][];
    double[][] scores = new double[itemCount][];
    IntStream.range(0, itemCount)
        .parallel()
        .forEach(
            item -> {
              double[] all = similarity.of(item);
              items[item] = TopItems.of(all, count, other -> other != item && all[other] > 0);
              scores[item] = Arrays.stream(items[item]).mapToDouble(other -> all[other]).toArray();
            });
    return new Neighbours(items, scores);
  }

  /**
   * By the cosine of factors.
   *
   * @param factors a vector per item
   * @param isKnown which items have neighbours and are some; a vector that little was learnt of
   *     points anywhere
   */
  public static Neighbours byCosine(Factors factors, int count, IntPredicate isKnown) {
    double[] lengths = new double[factors.count()];
    Arrays.setAll(lengths, item -> Math.sqrt(factors.dot(item, factors, item)));
    return nearest(
        factors.count(),
        count,
        item -> {
          double[] cosines = new double[lengths.length];
          for (int other = 0; isKnown.test(item) && other < cosines.length; other++) {
            double product = lengths[item] * lengths[other];
            if (product > 0 && isKnown.test(other)) {
              cosines[other] = Math.min(1, factors.dot(item, factors, other) / product);
            }
          }
          return cosines;
        });
  }

  /** How similar a neighbour of an item is; 0 of another item. */
  double score(int item, int neighbour) {
    for (int n = 0; n < items[item].length; n++) {
      if (items[item][n] == neighbour) {
        return scores[item][n];
      }
    }
    return 0;
  }
}
