package tributary.segment;

import java.io.Serializable;
import java.util.List;
import tributary.config.Features;

/**
 * The coordinates of the points that are clustered: numbers first, then categories.
 *
 * @param features how each is made
 */
record FeatureSpace(List<PreparedFeature> features) implements Serializable {
  FeatureSpace {
    features = List.copyOf(features);
  }

  int size() {
    return features.size();
  }

  /** How many of the coordinates are numbers, which need scaling; they come first. */
  int numbers() {
    return (int) features.stream().filter(feature -> !feature.isCategory()).count();
  }

  List<String> names() {
    return features.stream().map(PreparedFeature::name).toList();
  }

  PreparedFeature get(int index) {
    return features.get(index);
  }

  /** One customer's point, prepared and not yet scaled. */
  double[] point(RawFeatures raw) {
    double[] point = new double[features.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = features.get(i).prepared(raw);
    }
    return point;
  }

  /** Whether members need to have bought something; else it is enough that they are known. */
  static boolean hasBehaviour(List<String> features) {
    return features.stream().anyMatch(Features.BEHAVIOUR::contains);
  }

  /** Whether anything but what customers did is looked at. */
  static boolean hasDemographics(List<String> features) {
    return !Features.BEHAVIOUR.containsAll(features);
  }
}
