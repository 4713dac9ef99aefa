package tributary.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits that share points.
 *
 * @param name what their results are found by; letters, digits and hyphens
 * @param space what the points' coordinates are
 * @param sample the points
 * @param candidates what is to be fitted
 */
record Training(String name, FeatureSpace space, Sample sample, List<Candidate> candidates) {
  Training {
    candidates = List.copyOf(candidates);
  }

  /** The sample's points with its origin subtracted. */
  List<double[]> shifted() {
    List<double[]> shifted = new ArrayList<>();
    double[] origin = origin();
    for (double[] point : sample.points()) {
      double[] each = point.clone();
      for (int j = 0; j < each.length; j++) {
        each[j] -= origin[j];
      }
      shifted.add(each);
    }
    return shifted;
  }

  /** Near a number's values; of a category the mean, for categories are only centred. */
  double[] origin() {
    double[] origin = sample.origin().clone();
    double[] means = sample.scaling(space).means();
    for (int j = space.numbers(); j < origin.length; j++) {
      origin[j] = means[j];
    }
    return origin;
  }
}
