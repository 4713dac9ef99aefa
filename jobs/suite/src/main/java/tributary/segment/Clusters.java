package tributary.segment;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Centroids in scaled space, in an order of their own: descending by the first feature, then by the
 * next. The numbers that the algorithm happened to give them are forgotten here.
 */
record Clusters(List<double[]> centroids) implements Serializable {
  private static final Comparator<double[]> DESCENDING = Clusters::compareDescending;

  Clusters {
    centroids =
        centroids.stream()
            .map(centroid -> Arrays.stream(centroid).map(Digits::round).toArray())
            .sorted(DESCENDING)
            .toList();
  }

  /**
   * A point's place among the clusters.
   *
   * @param cluster the nearest one's index
   * @param distance to it, Euclidean
   * @param next the second nearest one's index; -1 when there is only one
   * @param nextDistance to that one; NaN when there is only one
   */
  record Nearest(int cluster, double distance, int next, double nextDistance) {
    /** How much farther the next one is; NaN when there is only one. */
    double margin() {
      return nextDistance - distance;
    }

    /** How clear the choice is: 0 half way to the next centroid, 1 on its own. */
    double confidence() {
      return next < 0 || nextDistance == 0 ? 1 : margin() / nextDistance;
    }
  }

  int size() {
    return centroids.size();
  }

  boolean isFinite() {
    return centroids.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /** Of two equally near clusters the first is taken. */
  Nearest nearest(double[] scaled) {
    int best = -1;
    int next = -1;
    double shortest = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centroids.size(); i++) {
      double distance = squaredDistance(centroids.get(i), scaled);
      if (distance < shortest) {
        second = shortest;
        next = best;
        shortest = distance;
        best = i;
      } else if (distance < second) {
        second = distance;
        next = i;
      }
    }
    return new Nearest(best, Math.sqrt(shortest), next, next < 0 ? Double.NaN : Math.sqrt(second));
  }

  static double squaredDistance(double[] one, double[] other) {
    double total = 0;
    for (int j = 0; j < one.length; j++) {
      double difference = one[j] - other[j];
      total += difference * difference;
    }
    return total;
  }

  private static int compareDescending(double[] one, double[] other) {
    for (int j = 0; j < one.length; j++) {
      int order = Double.compare(other[j], one[j]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
