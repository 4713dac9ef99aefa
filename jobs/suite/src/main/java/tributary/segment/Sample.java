package tributary.segment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tributary.config.SegmentSettings;

/**
 * The customers that a model is fitted on, as transformed and not yet scaled points.
 *
 * @param points customers x features, in the file's order
 */
record Sample(double[][] points) {
  static Sample of(List<String> lines, FeatureSpace space) {
    return new Sample(
        lines.stream().map(line -> space.point(features(line))).toArray(double[][]::new));
  }

  /** A line's numbers, in the order of {@link SegmentSettings#FEATURES}. */
  static double[] features(String line) {
    double[] numbers = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    if (numbers.length != SegmentSettings.FEATURES.size()) {
      throw new IllegalArgumentException(
          "Cannot read the training sample: a line has %d numbers, expected %d: %s"
              .formatted(numbers.length, SegmentSettings.FEATURES.size(), line));
    }
    return numbers;
  }

  int size() {
    return points.length;
  }

  /** How many points differ, counted up to a limit. */
  int distinct(int limit) {
    Set<List<Double>> seen = new HashSet<>();
    for (double[] point : points) {
      seen.add(Arrays.stream(point).boxed().toList());
      if (seen.size() >= limit) {
        break;
      }
    }
    return seen.size();
  }

  /** The points' mean and sample standard deviation per feature; for one point the latter is 0. */
  Scaling scaling(int features) {
    double[] means = new double[features];
    double[] deviations = new double[features];
    for (int j = 0; j < features; j++) {
      double total = 0;
      for (double[] point : points) {
        total += point[j];
      }
      means[j] = total / points.length;
      double squares = 0;
      for (double[] point : points) {
        squares += (point[j] - means[j]) * (point[j] - means[j]);
      }
      deviations[j] = points.length < 2 ? 0 : Math.sqrt(squares / (points.length - 1));
    }
    return new Scaling(means, deviations);
  }
}
