package tributary.segment.cluster;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A candidate for the choice of k, and how it did.
 *
 * @param k how many clusters were asked for
 * @param seed of the random start
 * @param quality of what was found; absent exactly when there is a problem
 * @param problem why the candidate cannot be used, if it cannot
 */
public record Trial(int k, long seed, Optional<ClusterQuality> quality, Optional<String> problem) {
  public Trial {
    if (quality.isPresent() == problem.isPresent()) {
      throw new IllegalArgumentException(
          "Invalid trial of k = %s: quality is %s, problem is %s".formatted(k, quality, problem));
    }
  }

  /** A candidate that was judged; one with fewer clusters than asked for is a problem. */
  public static Trial of(int k, long seed, ClusterQuality quality) {
    return quality.clusters() == k
        ? new Trial(k, seed, Optional.of(quality), Optional.empty())
        : failed(k, seed, "%s clusters instead of %s".formatted(quality.clusters(), k));
  }

  /** A candidate that could not be judged. */
  public static Trial failed(int k, long seed, String problem) {
    return new Trial(k, seed, Optional.empty(), Optional.of(problem));
  }

  OptionalDouble silhouette() {
    return quality.map(ClusterQuality::silhouette).orElse(OptionalDouble.empty());
  }

  /** Only for one with a silhouette. */
  double separation() {
    return silhouette().orElseThrow();
  }

  /** Only for one without a problem. */
  double wcss() {
    return quality.orElseThrow().wcss();
  }

  /** Only for one without a problem. */
  double smallestShare() {
    return quality.orElseThrow().smallestShare();
  }
}
