package tributary.segment.identity;

import static java.util.Objects.requireNonNull;

/**
 * A segment of the window that was published last.
 *
 * @param id never given to another segment
 * @param name as it was published
 * @param customers it had
 * @param centroid in the same scaled space as the new clusters' centroids; empty when they have
 *     none in common, as when the features differ
 */
public record PublishedSegment(String id, String name, long customers, double[] centroid) {
  public PublishedSegment {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    FoundCluster.requireFinite(centroid);
    if (customers < 0) {
      throw new IllegalArgumentException(
          "Invalid published segment %s: %s customers".formatted(id, customers));
    }
  }
}
