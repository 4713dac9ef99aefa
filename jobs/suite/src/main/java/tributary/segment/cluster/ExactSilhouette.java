package tributary.segment.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The mean silhouette width by distances between points; see {@link SilhouetteForm#EXACT}. Points
 * are laid out by coordinate and, within that, by cluster, so that the distances of one point to a
 * cluster are a few passes over neighbouring numbers. Each width is added up by one thread, and the
 * widths in their order: the result does not depend on how many threads there are.
 */
final class ExactSilhouette {
  private static final int BLOCK = 512;

  private final double[][] columns;
  private final int[] labels;
  private final int[] starts;

  /** For at least two clusters. */
  ExactSilhouette(double[][] points, Partition partition) {
    int[] sizes = partition.sizes();
    starts = new int[sizes.length + 1];
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      starts[cluster + 1] = starts[cluster] + sizes[cluster];
    }
    int size = starts[sizes.length];
    columns = new double[points[0].length][size];
    labels = new int[size];
    int[] next = starts.clone();
    int[] given = partition.labels();
    for (int i = 0; i < points.length; i++) {
      if (given[i] != Partition.NOISE) {
        int place = next[given[i]]++;
        labels[place] = given[i];
        for (int j = 0; j < columns.length; j++) {
          columns[j][place] = points[i][j];
        }
      }
    }
  }

  double mean() {
    double[] widths =
        IntStream.range(0, labels.length).parallel().mapToDouble(this::width).toArray();
    double total = 0;
    for (double width : widths) {
      total += width;
    }
    return total / widths.length;
  }

  private double width(int point) {
    int label = labels[point];
    int companions = starts[label + 1] - starts[label] - 1;
    if (companions == 0) {
      return 0;
    }
    double[] block = new double[BLOCK];
    double own = 0;
    double other = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < starts.length - 1; cluster++) {
      double total = distances(point, starts[cluster], starts[cluster + 1], block);
      if (cluster == label) {
        own = total / companions;
      } else {
        other = Math.min(other, total / (starts[cluster + 1] - starts[cluster]));
      }
    }
    return SilhouetteForm.width(own, other);
  }

  /** The sum of the distances from one point to a range of others. */
  private double distances(int point, int from, int to, double[] block) {
    double total = 0;
    for (int begin = from; begin < to; begin += BLOCK) {
      int length = Math.min(BLOCK, to - begin);
      Arrays.fill(block, 0, length, 0);
      for (double[] column : columns) {
        addSquares(column, column[point], begin, length, block);
      }
      for (int i = 0; i < length; i++) {
        block[i] = Math.sqrt(block[i]);
      }
      for (int i = 0; i < length; i++) {
        total += block[i];
      }
    }
    return total;
  }

  private static void addSquares(
      double[] column, double coordinate, int begin, int length, double[] block) {
    for (int i = 0; i < length; i++) {
      double difference = column[begin + i] - coordinate;
      block[i] += difference * difference;
    }
  }
}
