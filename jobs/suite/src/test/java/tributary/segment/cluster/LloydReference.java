package tributary.segment.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * K-means as plainly as it can be written, to judge others' sums of squares by: Lloyd's algorithm
 * (1982) to its end, from many starts by k-means++ (Arthur and Vassilvitskii 2007).
 */
public final class LloydReference {
  /** Enough to find the optimum of small data nearly always. */
  public static final int RESTARTS = 100;

  private LloydReference() {}

  /**
   * The best of {@link #RESTARTS} partitions, by the within-cluster sum of squares.
   *
   * @param points n x d, at least k of them different
   */
  public static Partition cluster(double[][] points, int k, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] best = new int[points.length];
    double lowest = Double.POSITIVE_INFINITY;
    for (int restart = 0; restart < RESTARTS; restart++) {
      int[] labels = descend(points, start(points, k, random));
      double wcss = wcss(points, Partition.of(labels, List.of()));
      if (wcss < lowest) {
        lowest = wcss;
        best = labels;
      }
    }
    return Partition.of(best, List.of());
  }

  /** The within-cluster sum of squares. */
  public static double wcss(double[][] points, Partition partition) {
    double[][] centroids = partition.centroids(points);
    int[] labels = partition.labels();
    double total = 0;
    for (int i = 0; i < points.length; i++) {
      total += Points.squaredDistance(points[i], centroids[labels[i]]);
    }
    return total;
  }

  /** A cluster that loses its points is gone. */
  private static int[] descend(double[][] points, double[][] centroids) {
    int[] labels = nearest(points, centroids);
    while (true) {
      Partition partition = Partition.of(labels, List.of());
      int[] next = nearest(points, partition.centroids(points));
      if (Arrays.equals(next, partition.labels())) {
        return next;
      }
      labels = next;
    }
  }

  /** Points drawn one by one, with a chance by the squared distance to those drawn before. */
  private static double[][] start(double[][] points, int k, SplittableRandom random) {
    double[][] drawn = {points[random.nextInt(points.length)]};
    while (drawn.length < k) {
      double[] sums = new double[points.length];
      double total = 0;
      for (int i = 0; i < points.length; i++) {
        total += shortest(points[i], drawn);
        sums[i] = total;
      }
      double place = random.nextDouble() * total;
      int next = 0;
      while (sums[next] <= place) {
        next++;
      }
      drawn = Arrays.copyOf(drawn, drawn.length + 1);
      drawn[drawn.length - 1] = points[next];
    }
    return drawn;
  }

  private static double shortest(double[] point, double[][] centroids) {
    return Arrays.stream(centroids)
        .mapToDouble(centroid -> Points.squaredDistance(point, centroid))
        .min()
        .orElseThrow();
  }

  private static int[] nearest(double[][] points, double[][] centroids) {
    return Arrays.stream(points).mapToInt(point -> nearest(point, centroids)).toArray();
  }

  private static int nearest(double[] point, double[][] centroids) {
    int best = 0;
    for (int i = 1; i < centroids.length; i++) {
      if (Points.squaredDistance(point, centroids[i])
          < Points.squaredDistance(point, centroids[best])) {
        best = i;
      }
    }
    return best;
  }
}
