package tributary.segment;

import java.io.Serializable;

/**
 * A model that assigns customers to segments.
 *
 * @param space the features
 * @param scaling what makes them comparable
 * @param clusters the segments' centroids, in scaled space
 */
record SegmentModel(FeatureSpace space, Scaling scaling, Clusters clusters)
    implements Serializable {
  Clusters.Nearest nearest(RawFeatures features) {
    return clusters.nearest(scaling.scale(space.point(features)));
  }

  int size() {
    return clusters.size();
  }

  /** A centroid's standing: standard deviations from the mean. */
  double scaled(int cluster, int feature) {
    return clusters.centroids().get(cluster)[feature];
  }

  /** A centroid in the feature's own unit. */
  double original(int cluster, int feature) {
    return original(scaled(cluster, feature), feature);
  }

  /** The centre of all customers in the feature's own unit. */
  double everyone(int feature) {
    return original(0.0, feature);
  }

  private double original(double scaled, int feature) {
    return space.get(feature).original(scaling.unscale(scaled, feature));
  }
}
