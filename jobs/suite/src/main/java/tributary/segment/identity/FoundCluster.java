package tributary.segment.identity;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A cluster of a new model; its index is its place in the list of them.
 *
 * @param customers of the window in it
 * @param centroid in the same scaled space as the published segments' centroids; empty when they
 *     have none in common, as when the features differ
 */
public record FoundCluster(long customers, double[] centroid) {
  public FoundCluster {
    requireFinite(centroid);
    if (customers < 0) {
      throw new IllegalArgumentException("Invalid cluster: %s customers".formatted(customers));
    }
  }

  static void requireFinite(double[] centroid) {
    requireNonNull(centroid, "centroid is null");
    if (!Arrays.stream(centroid).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("Invalid centroid: " + Arrays.toString(centroid));
    }
  }
}
