package tributary.segment.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How good a partition is. Noise counts in the shares' denominator and nowhere else. What is
 * undefined is absent, never NaN or infinite: every index for fewer than two clusters, and what is
 * said below. A partition has no empty cluster; one that was asked for and got no point shows in
 * {@code clusters}.
 *
 * @param points how many there are, noise included
 * @param clusters how many there are
 * @param noiseShare of the points, 0 to 1
 * @param smallestShare of the points in the smallest cluster, 0 to 1; 0 without clusters
 * @param largestShare of the points in the largest cluster, 0 to 1; 0 without clusters
 * @param wcss the within-cluster sum of squares: of squared distances to the cluster's centroid
 * @param form which silhouette it is
 * @param silhouette the mean width, -1 to 1, higher is better; see {@link SilhouetteForm}
 * @param calinskiHarabasz (B / (k - 1)) / (W / (n - k)), with B the sum of squares between clusters
 *     and W that within (Caliński and Harabasz 1974); higher is better; absent where W is 0, as
 *     when each cluster's points are identical
 * @param daviesBouldin the mean, over clusters, of the largest (s + s') / d to another one, with s
 *     the mean distance to the centroid and d that between centroids (Davies and Bouldin 1979);
 *     lower is better; absent where two centroids coincide
 */
public record ClusterQuality(
    int points,
    int clusters,
    double noiseShare,
    double smallestShare,
    double largestShare,
    double wcss,
    SilhouetteForm form,
    OptionalDouble silhouette,
    OptionalDouble calinskiHarabasz,
    OptionalDouble daviesBouldin) {
  public ClusterQuality {
    requireNonNull(form, "form is null");
    requireNonNull(silhouette, "silhouette is null");
    requireNonNull(calinskiHarabasz, "calinskiHarabasz is null");
    requireNonNull(daviesBouldin, "daviesBouldin is null");
  }

  /**
   * Judges a partition.
   *
   * @param points those that were labelled, n x d, scaled
   */
  public static ClusterQuality of(double[][] points, Partition partition, SilhouetteForm form) {
    Points.requireValid(points);
    double[][] centroids = partition.centroids(points);
    int[] sizes = partition.sizes();
    double wcss = wcss(points, partition.labels(), centroids);
    return new ClusterQuality(
        points.length,
        partition.clusters(),
        share(partition.noise(), points.length),
        share(Arrays.stream(sizes).min().orElse(0), points.length),
        share(Arrays.stream(sizes).max().orElse(0), points.length),
        wcss,
        form,
        form.of(points, partition),
        calinskiHarabasz(centroids, sizes, wcss),
        daviesBouldin(points, partition.labels(), centroids, sizes));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double wcss(double[][] points, int[] labels, double[][] centroids) {
    double total = 0;
    for (int i = 0; i < points.length; i++) {
      if (labels[i] != Partition.NOISE) {
        total += Points.squaredDistance(points[i], centroids[labels[i]]);
      }
    }
    return total;
  }

  private static OptionalDouble calinskiHarabasz(double[][] centroids, int[] sizes, double within) {
    int k = centroids.length;
    if (k < 2 || within == 0) {
      return OptionalDouble.empty();
    }
    int size = Arrays.stream(sizes).sum();
    double[] mean = new double[centroids[0].length];
    for (int cluster = 0; cluster < k; cluster++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += centroids[cluster][j] * sizes[cluster] / size;
      }
    }
    double between = 0;
    for (int cluster = 0; cluster < k; cluster++) {
      between += sizes[cluster] * Points.squaredDistance(centroids[cluster], mean);
    }
    return finite(between / (k - 1) / (within / (size - k)));
  }

  private static OptionalDouble daviesBouldin(
      double[][] points, int[] labels, double[][] centroids, int[] sizes) {
    int k = centroids.length;
    if (k < 2) {
      return OptionalDouble.empty();
    }
    double[] scatters = new double[k];
    for (int i = 0; i < points.length; i++) {
      if (labels[i] != Partition.NOISE) {
        scatters[labels[i]] += Points.distance(points[i], centroids[labels[i]]) / sizes[labels[i]];
      }
    }
    double total = 0;
    for (int one = 0; one < k; one++) {
      total += worstRatio(one, scatters, centroids);
    }
    return finite(total / k);
  }

  /** Not a finite number where two centroids coincide. */
  private static double worstRatio(int one, double[] scatters, double[][] centroids) {
    double worst = 0;
    for (int other = 0; other < scatters.length; other++) {
      if (other != one) {
        double distance = Points.distance(centroids[one], centroids[other]);
        worst = Math.max(worst, (scatters[one] + scatters[other]) / distance);
      }
    }
    return worst;
  }

  private static OptionalDouble finite(double number) {
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
