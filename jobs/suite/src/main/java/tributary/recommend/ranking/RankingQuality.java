package tributary.recommend.ranking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import tributary.recommend.matrix.SparseMatrix;

/**
 * How well a recommender ranks what customers then bought: a number for each customer who bought
 * something relevant, and two for the whole. Each list has k items or fewer: new ones, none of
 * which the customer had already, or such as the customer had.
 *
 * @param recommender its name
 * @param customers the customers that are judged, as rows
 * @param recall of each, the part of the relevant items that is in the list
 * @param precision of each, relevant items in the list / k
 * @param ndcg of each, the discounted gain (1 / log2(rank + 1) per relevant item) over that of the
 *     best list (Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques",
 *     ACM TOIS 20)
 * @param averagePrecision of each, the mean, over relevant items or k if they are more, of the
 *     precision at each hit
 * @param coverage the part of all items that is in anybody's list
 * @param novelty the mean of -log2 of the part of customers who have a listed item (Zhou et al.
 *     2010, "Solving the apparent diversity-accuracy dilemma of recommender systems", PNAS 107)
 */
public record RankingQuality(
    String recommender,
    int[] customers,
    double[] recall,
    double[] precision,
    double[] ndcg,
    double[] averagePrecision,
    double coverage,
    double novelty) {
  /** Which items a customer's list is made of. */
  private enum Candidates {
    NEW,
    KNOWN
  }

  /**
   * Judges a recommender by items that customers did not have, in parallel.
   *
   * @param split what it was trained on, and what is relevant
   * @param k how long lists are
   */
  public static RankingQuality of(Recommender recommender, HeldOut split, int k) {
    return of(recommender, split, k, Candidates.NEW);
  }

  /**
   * Judges by which of the items that customers had they took again: lists have no others.
   *
   * @param split what it was trained on, and what was taken again
   * @param k how long lists are
   */
  public static RankingQuality ofRepeats(Recommender recommender, HeldOut split, int k) {
    return of(recommender, split, k, Candidates.KNOWN);
  }

  private static RankingQuality of(
      Recommender recommender, HeldOut split, int k, Candidates candidates) {
    SparseMatrix known = split.known();
    SparseMatrix relevant = split.relevant();
    int[] customers =
        IntStream.range(0, relevant.rowCount()).filter(c -> relevant.size(c) > 0).toArray();
    int[][] lists =
        Arrays.stream(customers)
            .parallel()
            .mapToObj(customer -> list(recommender, known, customer, k, candidates))
            .toArray(int[][]::new);
    double[][] figures = new double[4][customers.length];
    for (int i = 0; i < customers.length; i++) {
      judge(lists[i], relevant, customers[i], k, figures, i);
    }
    return new RankingQuality(
        recommender.name(),
        customers,
        figures[0],
        figures[1],
        figures[2],
        figures[3],
        coverage(lists, known.columnCount()),
        novelty(lists, known));
  }

  private static int[] list(
      Recommender recommender, SparseMatrix known, int customer, int k, Candidates candidates) {
    double[] scores = new double[known.columnCount()];
    recommender.score(customer, scores);
    return TopItems.of(
        scores,
        k,
        item ->
            scores[item] > 0 && known.contains(customer, item) == (candidates == Candidates.KNOWN));
  }

  private static void judge(
      int[] list, SparseMatrix relevant, int customer, int k, double[][] figures, int at) {
    int size = relevant.size(customer);
    int hits = 0;
    double gain = 0;
    double precisions = 0;
    for (int place = 0; place < list.length; place++) {
      if (relevant.contains(customer, list[place])) {
        hits++;
        gain += discount(place);
        precisions += (double) hits / (place + 1);
      }
    }
    double best = 0;
    for (int place = 0; place < Math.min(k, size); place++) {
      best += discount(place);
    }
    figures[0][at] = (double) hits / size;
    figures[1][at] = (double) hits / k;
    figures[2][at] = gain / best;
    figures[3][at] = precisions / Math.min(k, size);
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }

  private static double coverage(int[][] lists, int items) {
    BitSet listed = new BitSet();
    for (int[] list : lists) {
      Arrays.stream(list).forEach(listed::set);
    }
    return items == 0 ? 0 : (double) listed.cardinality() / items;
  }

  private static double novelty(int[][] lists, SparseMatrix known) {
    double[] buyers = Popularity.ofCustomers("buyers", known).counts();
    double sum = 0;
    long count = 0;
    for (int[] list : lists) {
      for (int item : list) {
        // An item that nobody has yet is as new as one that one customer has.
        sum -= Math.log(Math.max(1, buyers[item]) / known.rowCount()) / Math.log(2);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** The mean; 0 of nobody. */
  public static double mean(double[] figures) {
    return Arrays.stream(figures).average().orElse(0);
  }
}
