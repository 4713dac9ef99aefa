package tributary.segment.identity;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * How many customers each new cluster has in common with each published segment. Customers who are
 * in only one of the two windows are not in it: that they came or went says nothing about what a
 * segment is.
 */
final class SharedCustomers {
  /** Of fewer customers than this nothing is concluded. */
  static final long FEWEST = 10;

  private final long[][] counts;
  private final long[] ofClusters;
  private final long[] ofSegments;

  /**
   * @param counts clusters x segments
   */
  SharedCustomers(long[][] counts, int clusters, int segments) {
    this.counts = requireNonNull(counts, "counts is null");
    requireSize("rows", counts.length, clusters);
    ofClusters = new long[clusters];
    ofSegments = new long[segments];
    for (int i = 0; i < clusters; i++) {
      requireSize("columns", counts[i].length, segments);
      for (int j = 0; j < segments; j++) {
        if (counts[i][j] < 0) {
          throw new IllegalArgumentException(
              "Invalid count of shared customers: " + Arrays.toString(counts[i]));
        }
        ofClusters[i] += counts[i][j];
        ofSegments[j] += counts[i][j];
      }
    }
  }

  long of(int cluster, int segment) {
    return counts[cluster][segment];
  }

  /** The cluster's customers who were in any published segment. */
  long ofCluster(int cluster) {
    return ofClusters[cluster];
  }

  /** The segment's customers who are in any new cluster. */
  long ofSegment(int segment) {
    return ofSegments[segment];
  }

  /** The customers in both windows who are in the cluster or the segment or both. */
  long union(int cluster, int segment) {
    return ofClusters[cluster] + ofSegments[segment] - counts[cluster][segment];
  }

  /** The share of the {@link #union} that is in both; 0 when it is empty. */
  double jaccard(int cluster, int segment) {
    long union = union(cluster, segment);
    return union == 0 ? 0 : (double) counts[cluster][segment] / union;
  }

  /** The share of the segment's customers who are in the cluster; 0 when it kept none. */
  double shareOfSegment(int cluster, int segment) {
    return ofSegments[segment] == 0 ? 0 : (double) counts[cluster][segment] / ofSegments[segment];
  }

  /** Whether most of the cluster's customers come from the segment. */
  boolean isMostlyFrom(int cluster, int segment) {
    return counts[cluster][segment] >= FEWEST && 2 * counts[cluster][segment] > ofClusters[cluster];
  }

  /** Whether most of the segment's customers went to the cluster. */
  boolean wentMostlyTo(int cluster, int segment) {
    return counts[cluster][segment] >= FEWEST && 2 * counts[cluster][segment] > ofSegments[segment];
  }

  private static void requireSize(String what, int size, int expected) {
    if (size != expected) {
      throw new IllegalArgumentException(
          "Invalid counts of shared customers: %s %s, expected %s".formatted(size, what, expected));
    }
  }
}
