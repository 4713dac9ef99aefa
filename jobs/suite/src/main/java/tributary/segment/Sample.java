package tributary.segment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The customers that a model is fitted on, as prepared and not yet scaled points.
 *
 * @param customers their ids
 * @param points customers x coordinates, in the customers' order
 */
record Sample(List<String> customers, double[][] points) {
  Sample {
    customers = List.copyOf(customers);
    if (customers.size() != points.length) {
      throw new IllegalArgumentException(
          "Invalid sample: %s customers, %s points".formatted(customers.size(), points.length));
    }
  }

  static Sample of(List<SampledCustomer> sampled, FeatureSpace space) {
    return new Sample(
        sampled.stream().map(SampledCustomer::customerId).toList(),
        sampled.stream().map(each -> space.point(each.features())).toArray(double[][]::new));
  }

  int size() {
    return points.length;
  }

  /** How many points differ, counted up to a limit. */
  int distinct(int limit) {
    return distinct(points, limit);
  }

  static int distinct(double[][] points, int limit) {
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

  /**
   * The points' mean and sample standard deviation per number, the latter 0 for one point; the mean
   * and 1 per category, whose deviation says how rare it is and not how much it matters.
   */
  Scaling scaling(FeatureSpace space) {
    double[] means = new double[space.size()];
    double[] deviations = new double[means.length];
    for (int j = 0; j < means.length && size() > 0; j++) {
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
      deviations[j] = space.get(j).isCategory() ? 1 : Math.sqrt(Math.max(0, variance));
    }
    return new Scaling(means, deviations);
  }
}
