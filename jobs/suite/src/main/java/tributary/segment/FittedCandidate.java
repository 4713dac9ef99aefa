package tributary.segment;

import java.util.Optional;

/**
 * What a fit gave.
 *
 * @param candidate what was asked for
 * @param clusters as many centroids as were asked for, perhaps with NaN
 * @param wcss the within-cluster sum of squares over the sample, in scaled space; NaN when unusable
 * @param smallestCluster customers of the sample in the smallest cluster
 */
record FittedCandidate(Candidate candidate, Clusters clusters, double wcss, int smallestCluster) {
  static FittedCandidate evaluate(
      Candidate candidate, Clusters clusters, Scaling scaling, Sample sample) {
    if (!clusters.isFinite()) {
      return new FittedCandidate(candidate, clusters, Double.NaN, 0);
    }
    int[] sizes = new int[clusters.size()];
    double total = 0;
    for (double[] point : sample.points()) {
      Clusters.Nearest nearest = clusters.nearest(scaling.scale(point));
      sizes[nearest.cluster()]++;
      total += nearest.distance() * nearest.distance();
    }
    int smallest = Integer.MAX_VALUE;
    for (int size : sizes) {
      smallest = Math.min(smallest, size);
    }
    return new FittedCandidate(candidate, clusters, Digits.round(total), smallest);
  }

  /** Why the fit cannot be used, if it cannot. */
  Optional<String> problem() {
    if (!clusters.isFinite()) {
      return Optional.of("a cluster lost all its customers and its centroid is not a number");
    }
    if (smallestCluster == 0) {
      return Optional.of("no customer is nearest to one of its clusters");
    }
    return Optional.empty();
  }
}
