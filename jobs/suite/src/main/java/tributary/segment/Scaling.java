package tributary.segment;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Moves and stretches each feature to mean 0 and standard deviation 1.
 *
 * @param means per feature
 * @param deviations per feature; 0 for one that is the same for everybody, which scales to 0
 */
record Scaling(double[] means, double[] deviations) implements Serializable {
  Scaling {
    means = Arrays.stream(means).map(Digits::round).toArray();
    deviations = Arrays.stream(deviations).map(Digits::round).toArray();
  }

  double[] scale(double[] point) {
    double[] scaled = new double[point.length];
    for (int j = 0; j < point.length; j++) {
      scaled[j] = deviations[j] == 0 ? 0 : (point[j] - means[j]) / deviations[j];
    }
    return scaled;
  }

  double unscale(double scaled, int feature) {
    return scaled * deviations[feature] + means[feature];
  }
}
