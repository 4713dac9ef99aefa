package tributary.segment.identity;

import java.util.List;

/**
 * How much a new cluster is like a published segment, from 0 to 1.
 *
 * <p>Two things speak for it. Both are needed, for customers move between segments that stay what
 * they are (the recent ones of last month lapse), and centroids move under customers who stay
 * together:
 *
 * <ul>
 *   <li>J, the shared customers: the Jaccard coefficient over the customers of both windows;
 *   <li>C, the centroids: {@code max(0, 1 - d / s)}, where d is their distance and s that of the
 *       segment's centroid from the nearest other published one. Half-way to the next segment C is
 *       one half. A segment without neighbours takes the root of the number of features as s, the
 *       distance of a typical customer from the mean.
 * </ul>
 *
 * <p>With m customers in the union, {@code similarity = (m J + (m + 30) C) / (2 m + 30)}: the mean
 * of both when many customers are shared, and C alone when none is. Without common centroids it is
 * J.
 *
 * <p>A pair can be the same segment when the similarity is at least 0.4, or J is at least one half
 * over ten or more shared customers. One half is where Hennig calls a cluster dissolved
 * ("Dissolution point and isolation robustness", Journal of Multivariate Analysis 99, 2008), and
 * the least with which MONIC lets a cluster survive (Spiliopoulou and others, "MONIC: modeling and
 * monitoring cluster transitions", KDD 2006). The 0.4 is ours: it lets the larger half of a segment
 * that falls in two keep its identity, and stands for one witness at 0.8 when the other sees
 * nothing.
 */
final class Similarity {
  private static final double LEAST = 0.4;
  private static final double LEAST_SHARED = 0.5;
  private static final double CUSTOMERS_A_CENTROID_IS_WORTH = 30;

  private final List<FoundCluster> clusters;
  private final List<PublishedSegment> published;
  private final SharedCustomers shared;

  Similarity(
      List<FoundCluster> clusters, List<PublishedSegment> published, SharedCustomers shared) {
    this.clusters = clusters;
    this.published = published;
    this.shared = shared;
  }

  /** The similarity of a pair that can be the same segment; 0 for another. */
  double ofCandidates(int cluster, int segment) {
    double similarity = of(cluster, segment);
    boolean staysTogether =
        shared.jaccard(cluster, segment) >= LEAST_SHARED
            && shared.of(cluster, segment) >= SharedCustomers.FEWEST;
    return similarity >= LEAST || staysTogether ? similarity : 0;
  }

  private double of(int cluster, int segment) {
    double[] centroid = clusters.get(cluster).centroid();
    double[] other = published.get(segment).centroid();
    if (centroid.length == 0 || other.length != centroid.length) {
      return shared.jaccard(cluster, segment);
    }
    double union = shared.union(cluster, segment);
    double weight = union + CUSTOMERS_A_CENTROID_IS_WORTH;
    double closeness = closeness(distance(centroid, other), spacing(segment));
    return (shared.of(cluster, segment) + weight * closeness) / (union + weight);
  }

  private static double closeness(double distance, double spacing) {
    return distance == 0 ? 1 : Math.max(0, 1 - distance / spacing);
  }

  private double spacing(int segment) {
    double[] centroid = published.get(segment).centroid();
    double nearest = Double.POSITIVE_INFINITY;
    for (int other = 0; other < published.size(); other++) {
      double[] neighbour = published.get(other).centroid();
      if (other != segment && neighbour.length == centroid.length) {
        nearest = Math.min(nearest, distance(centroid, neighbour));
      }
    }
    return Double.isInfinite(nearest) ? Math.sqrt(centroid.length) : nearest;
  }

  private static double distance(double[] one, double[] other) {
    double total = 0;
    for (int j = 0; j < one.length; j++) {
      total += (one[j] - other[j]) * (one[j] - other[j]);
    }
    return Math.sqrt(total);
  }
}
