package tributary.segment.cluster;

/** The mean silhouette width by distances to centroids; see {@link SilhouetteForm#SIMPLIFIED}. */
final class SimplifiedSilhouette {
  private SimplifiedSilhouette() {}

  /** For at least two clusters. */
  static double mean(double[][] points, Partition partition) {
    int[] labels = partition.labels();
    int[] sizes = partition.sizes();
    double[][] centroids = partition.centroids(points);
    double total = 0;
    for (int i = 0; i < points.length; i++) {
      if (labels[i] != Partition.NOISE && sizes[labels[i]] > 1) {
        total += width(points[i], labels[i], centroids);
      }
    }
    return total / (points.length - partition.noise());
  }

  private static double width(double[] point, int label, double[][] centroids) {
    double other = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < centroids.length; cluster++) {
      if (cluster != label) {
        other = Math.min(other, Points.squaredDistance(point, centroids[cluster]));
      }
    }
    return SilhouetteForm.width(Points.distance(point, centroids[label]), Math.sqrt(other));
  }
}
