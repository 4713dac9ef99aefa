package tributary.generate;

import java.util.stream.IntStream;

/** Plain statistics for tests of distributions. */
final class Statistics {
  private Statistics() {}

  /** Spearman's rank correlation; ties share their mean rank. */
  static double rankCorrelation(double[] left, double[] right) {
    return correlation(ranks(left), ranks(right));
  }

  /** Pearson's correlation. */
  static double correlation(double[] left, double[] right) {
    double leftMean = mean(left);
    double rightMean = mean(right);
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int index = 0; index < left.length; index++) {
      double leftDistance = left[index] - leftMean;
      double rightDistance = right[index] - rightMean;
      product += leftDistance * rightDistance;
      leftSquares += leftDistance * leftDistance;
      rightSquares += rightDistance * rightDistance;
    }
    return product / Math.sqrt(leftSquares * rightSquares);
  }

  static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(index -> values[index]).sum()
        / values.length;
  }

  static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / values.length;
  }

  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((left, right) -> Double.compare(values[left], values[right]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start;
      while (end + 1 < order.length && values[order[end + 1]] == values[order[start]]) {
        end++;
      }
      for (int place = start; place <= end; place++) {
        ranks[order[place]] = (start + end) / 2.0;
      }
      start = end + 1;
    }
    return ranks;
  }
}
