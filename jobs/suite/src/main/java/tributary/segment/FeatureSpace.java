package tributary.segment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import tributary.config.SegmentSettings;

/**
 * The features that customers are compared by, and what is done to them.
 *
 * @param features columns of segments.customer_features
 * @param transforms one for each feature
 */
record FeatureSpace(List<String> features, List<FeatureTransform> transforms)
    implements Serializable {
  FeatureSpace {
    features = List.copyOf(features);
    transforms = List.copyOf(transforms);
    if (features.size() != transforms.size()) {
      throw new IllegalArgumentException(
          "Invalid feature space: %d features, %d transforms"
              .formatted(features.size(), transforms.size()));
    }
  }

  static FeatureSpace of(SegmentSettings settings) {
    List<FeatureTransform> transforms = new ArrayList<>();
    for (String feature : settings.features()) {
      boolean asinh = settings.asinhFeatures().contains(feature);
      transforms.add(asinh ? FeatureTransform.ASINH : FeatureTransform.NONE);
    }
    return new FeatureSpace(settings.features(), transforms);
  }

  int size() {
    return features.size();
  }

  /** Where each feature stands among {@link SegmentSettings#FEATURES}. */
  int[] positions() {
    return features.stream().mapToInt(SegmentSettings.FEATURES::indexOf).toArray();
  }

  /**
   * Picks and transforms the features of one customer.
   *
   * @param all the customer's features in the order of {@link SegmentSettings#FEATURES}
   */
  double[] point(double[] all) {
    int[] positions = positions();
    double[] point = new double[positions.length];
    for (int i = 0; i < positions.length; i++) {
      point[i] = transforms.get(i).apply(all[positions[i]]);
    }
    return point;
  }
}
