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

  /**
   * A point near the others, to be subtracted before means and squares are added up: a feature that
   * is the same for everybody is then zero to the last digit.
   */
  double[] origin() {
    return points[0];
  }

  /** The points' mean and sample standard deviation per feature; for one point the latter is 0. */
  Scaling scaling() {
    double[] means = new double[origin().length];
    double[] deviations = new double[means.length];
    for (int j = 0; j < means.length; j++) {
      double total = 0;
      double squares = 0;
      for (double[] point : points) {
        double shifted = point[j] - origin()[j];
        total += shifted;
        squares += shifted * shifted;
      }
      double mean = total / points.length;
      double variance = (squares - mean * total) / Math.max(1, points.length - 1);
      means[j] = mean + origin()[j];
      deviations[j] = Math.sqrt(Math.max(0, variance));
    }
    return new Scaling(means, deviations);
  }
}
