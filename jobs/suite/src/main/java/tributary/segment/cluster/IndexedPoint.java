package tributary.segment.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.ml.clustering.Cluster;
import org.apache.commons.math3.ml.clustering.Clusterable;

/**
 * A point that knows its place. Equal coordinates are not equal points, as they are to DoublePoint.
 */
final class IndexedPoint implements Clusterable {
  private final int index;
  private final double[] coordinates;

  private IndexedPoint(int index, double[] coordinates) {
    this.index = index;
    this.coordinates = coordinates;
  }

  static List<IndexedPoint> all(double[][] points) {
    List<IndexedPoint> all = new ArrayList<>(points.length);
    for (int i = 0; i < points.length; i++) {
      all.add(new IndexedPoint(i, points[i]));
    }
    return all;
  }

  /** The points' labels, the clusters numbered in their order and what is in none noise. */
  static int[] labels(List<? extends Cluster<IndexedPoint>> clusters, int points) {
    int[] labels = new int[points];
    Arrays.fill(labels, Partition.NOISE);
    for (int cluster = 0; cluster < clusters.size(); cluster++) {
      for (IndexedPoint point : clusters.get(cluster).getPoints()) {
        labels[point.index] = cluster;
      }
    }
    return labels;
  }

  @Override
  public double[] getPoint() {
    return coordinates;
  }
}
