package tributary.segment.cluster;

import java.util.Arrays;

/** How far points are from their k-th nearest neighbour. */
final class KDistances {
  private KDistances() {}

  /**
   * The distance at the knee of the sorted k-distance graph, which separates points in clusters
   * from noise (Ester et al. 1996, section 4.2). The paper has a person see the knee; here it is
   * where the graph, both axes stretched to 0 to 1, is farthest below its diagonal (Satopää et al.
   * 2011, "Kneedle").
   *
   * @param points more than k of them
   */
  static double knee(double[][] points, int k) {
    double[] distances = sorted(points, k);
    double lowest = distances[0];
    double range = distances[distances.length - 1] - lowest;
    double knee = lowest;
    double deepest = 0;
    for (int i = 0; i < distances.length && range > 0; i++) {
      double depth = (double) i / (distances.length - 1) - (distances[i] - lowest) / range;
      if (depth > deepest) {
        deepest = depth;
        knee = distances[i];
      }
    }
    return knee;
  }

  private static double[] sorted(double[][] points, int k) {
    double[] distances = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      distances[i] = Math.sqrt(squared(points, i, k));
    }
    Arrays.sort(distances);
    return distances;
  }

  private static double squared(double[][] points, int point, int k) {
    double[] nearest = new double[k];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int other = 0; other < points.length; other++) {
      if (other != point) {
        insert(Points.squaredDistance(points[point], points[other]), nearest);
      }
    }
    return nearest[k - 1];
  }

  /** Into the sorted smallest ones, unless it is larger than all of them. */
  private static void insert(double distance, double[] smallest) {
    int place = smallest.length - 1;
    if (distance >= smallest[place]) {
      return;
    }
    while (place > 0 && smallest[place - 1] > distance) {
      smallest[place] = smallest[place - 1];
      place--;
    }
    smallest[place] = distance;
  }
}
