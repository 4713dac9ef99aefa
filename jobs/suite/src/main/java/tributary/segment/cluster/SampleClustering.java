package tributary.segment.cluster;

/**
 * A clustering algorithm that sees all points at once, for a sample: to compare with what runs on
 * everybody. The same arguments give the same partition.
 */
public interface SampleClustering {
  /** Its name in a sentence. */
  String name();

  /** How many points it takes at most: more would take too long. */
  int limit();

  /**
   * Finds clusters. An algorithm that fails on the data says so in the notes of a partition without
   * clusters.
   *
   * @param points n x d, scaled; none or more, at most {@link #limit}
   * @param k how many clusters to look for, at least 1; an algorithm may find another number, which
   *     its notes explain
   * @param seed of what is random; without meaning where nothing is
   * @throws IllegalArgumentException for more points, points that are no numbers, or k below 1
   */
  Partition cluster(double[][] points, int k, long seed);

  /** Refuses what {@link #cluster} must refuse. */
  default void requireValid(double[][] points, int k) {
    Points.requireValid(points);
    if (points.length > limit()) {
      throw new IllegalArgumentException(
          "Cannot cluster %s points by %s: at most %s".formatted(points.length, name(), limit()));
    }
    if (k < 1) {
      throw new IllegalArgumentException("Invalid number of clusters: " + k);
    }
  }
}
