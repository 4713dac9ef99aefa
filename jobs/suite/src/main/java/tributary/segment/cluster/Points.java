package tributary.segment.cluster;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Arithmetic on points, n x d. */
final class Points {
  /** Squares and products of what is smaller stay finite. */
  private static final double LARGEST = 1e100;

  private Points() {}

  /** Refuses points of different length, of none, and coordinates that are no scaled numbers. */
  static void requireValid(double[][] points) {
    for (int i = 0; i < points.length; i++) {
      if (points[i].length == 0 || points[i].length != points[0].length) {
        throw new IllegalArgumentException(
            "Invalid point %s: it has %s coordinates, expected %s"
                .formatted(i, points[i].length, Math.max(1, points[0].length)));
      }
      for (double coordinate : points[i]) {
        if (!(Math.abs(coordinate) <= LARGEST)) {
          throw new IllegalArgumentException(
              "Invalid point %s: a coordinate is %s".formatted(i, coordinate));
        }
      }
    }
  }

  static double squaredDistance(double[] one, double[] other) {
    double total = 0;
    for (int j = 0; j < one.length; j++) {
      double difference = one[j] - other[j];
      total += difference * difference;
    }
    return total;
  }

  static double distance(double[] one, double[] other) {
    return Math.sqrt(squaredDistance(one, other));
  }

  /** How many points differ, counted up to a limit. */
  static int distinct(double[][] points, int limit) {
    Set<List<Double>> seen = new HashSet<>();
    for (int i = 0; i < points.length && seen.size() < limit; i++) {
      seen.add(Arrays.stream(points[i]).boxed().toList());
    }
    return seen.size();
  }
}
