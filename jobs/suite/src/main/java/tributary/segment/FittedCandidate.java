package tributary.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tributary.segment.cluster.ClusterQuality;
import tributary.segment.cluster.Partition;
import tributary.segment.cluster.SilhouetteForm;
import tributary.segment.cluster.Trial;

/**
 * What a fit gave.
 *
 * @param candidate what was asked for
 * @param scope which points it was judged on, in the words of segments.metric
 * @param clusters its centroids, in scaled space, perhaps with NaN
 * @param partition of the points that it is judged on; absent when it cannot be used
 * @param quality absent when it cannot be used or was not judged
 * @param stability how alike its runs were; absent where that is not known
 * @param problem why the fit cannot be used, if it cannot
 */
record FittedCandidate(
    Candidate candidate,
    String scope,
    Clusters clusters,
    Optional<Partition> partition,
    Optional<ClusterQuality> quality,
    OptionalDouble stability,
    Optional<String> problem) {
  /** The lowest sum of squares first; of equal ones the first candidate. */
  static final Comparator<FittedCandidate> BEST_FIRST =
      Comparator.comparingDouble(FittedCandidate::wcss).thenComparing(FittedCandidate::candidate);

  /**
   * Puts every point into the nearest cluster.
   *
   * @param scaled the points, in scaled space
   */
  static FittedCandidate assign(
      Candidate candidate, String scope, Clusters clusters, double[][] scaled) {
    if (!clusters.isFinite()) {
      return failed(
          candidate,
          scope,
          clusters,
          "a cluster lost all its customers and its centroid is not a number");
    }
    int[] labels = new int[scaled.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = clusters.nearest(scaled[i]).cluster();
    }
    Partition partition = Partition.of(labels, List.of());
    if (partition.clusters() < clusters.size()) {
      return failed(candidate, scope, clusters, "no customer is nearest to one of its clusters");
    }
    return of(candidate, scope, clusters, partition);
  }

  static FittedCandidate of(
      Candidate candidate, String scope, Clusters clusters, Partition partition) {
    return new FittedCandidate(
        candidate,
        scope,
        clusters,
        Optional.of(partition),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  static FittedCandidate failed(
      Candidate candidate, String scope, Clusters clusters, String problem) {
    return new FittedCandidate(
        candidate,
        scope,
        clusters,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.of(problem));
  }

  /** The same with its quality, if it can be used. */
  FittedCandidate judged(double[][] scaled) {
    if (quality.isPresent() || partition.isEmpty()) {
      return this;
    }
    ClusterQuality judged =
        ClusterQuality.of(scaled, partition.get(), SilhouetteForm.affordable(scaled.length));
    return new FittedCandidate(
        candidate, scope, clusters, partition, Optional.of(judged), stability, problem);
  }

  FittedCandidate withStability(OptionalDouble found) {
    return new FittedCandidate(candidate, scope, clusters, partition, quality, found, problem);
  }

  /** For the choice of k; only of one that was judged or has a problem. */
  Trial trial() {
    return problem
        .map(reason -> Trial.failed(candidate.k(), candidate.seed(), reason))
        .orElseGet(() -> Trial.of(candidate.k(), candidate.seed(), quality.orElseThrow()));
  }

  boolean isUsable() {
    return problem.isEmpty();
  }

  /** The sum of squares of a judged one; infinite otherwise. */
  double wcss() {
    return quality.map(ClusterQuality::wcss).map(Digits::round).orElse(Double.POSITIVE_INFINITY);
  }

  /** The mean silhouette of a judged one; the worst otherwise. */
  double silhouette() {
    return quality.map(ClusterQuality::silhouette).orElse(OptionalDouble.empty()).orElse(-1);
  }
}
