package tributary.segment.cluster;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;

/**
 * DBSCAN (Ester et al. 1996): clusters are what is dense, of any shape and number; the rest is
 * noise. A point is in the midst of a cluster when at least minPts points, itself included, are
 * within eps of it. minPts is twice the dimensions (Sander et al. 1998), at least 4; eps is the
 * knee of the distances to the (minPts - 1)-th nearest other point. The notes state both. Nothing
 * is random, and k is not asked for.
 *
 * <p>It takes time with the square of the points; {@value #LIMIT} x 3 took less than a second.
 */
public final class Dbscan implements SampleClustering {
  /** At most so many points. */
  public static final int LIMIT = 5_000;

  private static final int LEAST_POINTS = 4;

  @Override
  public String name() {
    return "DBSCAN";
  }

  @Override
  public int limit() {
    return LIMIT;
  }

  /** As {@link SampleClustering}; k and the seed have no meaning. */
  @Override
  public Partition cluster(double[][] points, int k, long seed) {
    requireValid(points, k);
    int minPoints =
        points.length == 0 ? LEAST_POINTS : Math.max(LEAST_POINTS, 2 * points[0].length);
    if (points.length < minPoints) {
      return Partition.nothing(
          points.length, "%s points are fewer than minPts %s".formatted(points.length, minPoints));
    }
    return cluster(points, minPoints, KDistances.knee(points, minPoints - 1));
  }

  static Partition cluster(double[][] points, int minPoints, double eps) {
    // Commons Math does not count the point itself.
    DBSCANClusterer<IndexedPoint> clusterer = new DBSCANClusterer<>(eps, minPoints - 1);
    int[] labels = IndexedPoint.labels(clusterer.cluster(IndexedPoint.all(points)), points.length);
    Partition found = Partition.of(labels, List.of());
    return Partition.of(
        labels,
        List.of(
            String.format(
                Locale.ROOT,
                "eps %.4g, the knee of the distances to the %d nearest points; minPts %d;"
                    + " %d of %d points are noise",
                eps,
                minPoints - 1,
                minPoints,
                found.noise(),
                points.length)));
  }
}
