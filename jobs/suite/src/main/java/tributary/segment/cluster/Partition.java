package tributary.segment.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Which cluster each point is in. No cluster is empty. A clustering that found nothing has no
 * cluster, and a note that says why.
 *
 * @param labels one per point, in the points' order: 0 to clusters - 1, or {@link #NOISE}
 * @param clusters how many there are
 * @param notes what a reader should know of how they were found
 */
public record Partition(int[] labels, int clusters, List<String> notes) {
  /** The label of a point that is in no cluster. */
  public static final int NOISE = -1;

  public Partition {
    labels = requireNonNull(labels, "labels is null").clone();
    notes = List.copyOf(notes);
    int[] sizes = sizes(labels, clusters);
    for (int cluster = 0; cluster < clusters; cluster++) {
      if (sizes[cluster] == 0) {
        throw new IllegalArgumentException(
            "Invalid partition: cluster %s of %s is empty".formatted(cluster, clusters));
      }
    }
  }

  /**
   * A partition by labels of which some may be unused: these are left out, and the others are
   * numbered anew in their order.
   */
  public static Partition of(int[] labels, List<String> notes) {
    int[] used =
        Arrays.stream(labels).filter(label -> label != NOISE).sorted().distinct().toArray();
    int[] renumbered =
        Arrays.stream(labels)
            .map(label -> label == NOISE ? NOISE : Arrays.binarySearch(used, label))
            .toArray();
    return new Partition(renumbered, used.length, notes);
  }

  /** A partition without clusters. */
  static Partition nothing(int points, String reason) {
    int[] labels = new int[points];
    Arrays.fill(labels, NOISE);
    return new Partition(labels, 0, List.of(reason));
  }

  /** A copy. */
  @Override
  public int[] labels() {
    return labels.clone();
  }

  /** How many points each cluster has. */
  public int[] sizes() {
    return sizes(labels, clusters);
  }

  /** How many points are in no cluster. */
  public int noise() {
    return labels.length - Arrays.stream(sizes()).sum();
  }

  /**
   * The mean of each cluster's points, clusters x d. Noise counts for nothing.
   *
   * @param points those that were labelled, n x d
   */
  public double[][] centroids(double[][] points) {
    requireSameSize(points);
    int dimensions = points.length == 0 ? 0 : points[0].length;
    double[][] origins = new double[clusters][];
    double[][] totals = new double[clusters][dimensions];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != NOISE) {
        origins[labels[i]] = origins[labels[i]] == null ? points[i] : origins[labels[i]];
        addDifference(points[i], origins[labels[i]], totals[labels[i]]);
      }
    }
    int[] sizes = sizes();
    for (int cluster = 0; cluster < clusters; cluster++) {
      for (int j = 0; j < dimensions; j++) {
        totals[cluster][j] = origins[cluster][j] + totals[cluster][j] / sizes[cluster];
      }
    }
    return totals;
  }

  void requireSameSize(double[][] points) {
    if (points.length != labels.length) {
      throw new IllegalArgumentException(
          "Invalid points: %s, but %s labels".formatted(points.length, labels.length));
    }
  }

  /** From the cluster's first point, so that the mean of equal points is that point. */
  private static void addDifference(double[] point, double[] origin, double[] total) {
    for (int j = 0; j < total.length; j++) {
      total[j] += point[j] - origin[j];
    }
  }

  private static int[] sizes(int[] labels, int clusters) {
    int[] sizes = new int[clusters];
    for (int label : labels) {
      if (label < NOISE || label >= clusters) {
        throw new IllegalArgumentException(
            "Invalid label %s in a partition of %s clusters".formatted(label, clusters));
      }
      if (label != NOISE) {
        sizes[label]++;
      }
    }
    return sizes;
  }
}
