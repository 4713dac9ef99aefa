package tributary.insight;

import java.util.Map;
import java.util.SortedMap;

/**
 * Moments and quantiles of numbers, all there are. They are added up from the lowest number to the
 * highest, so that the same numbers give the same figures, whoever counted them.
 *
 * @param skewness the third standardised moment; null where all numbers are equal
 * @param kurtosis the fourth less 3, that of the normal distribution; null where all are equal
 */
record NumberFigures(double mean, double standardDeviation, Double skewness, Double kurtosis) {
  private static final double KURTOSIS_OF_NORMAL = 3;

  /**
   * @param counts number to how often it occurs; not empty
   */
  static NumberFigures of(SortedMap<Double, Long> counts) {
    double size = counts.values().stream().mapToLong(Long::longValue).sum();
    double sum = 0;
    for (Map.Entry<Double, Long> each : counts.entrySet()) {
      sum += each.getKey() * each.getValue();
    }
    double mean = sum / size;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (Map.Entry<Double, Long> each : counts.entrySet()) {
      double distance = each.getKey() - mean;
      double square = distance * distance;
      second += each.getValue() * square / size;
      third += each.getValue() * square * distance / size;
      fourth += each.getValue() * square * square / size;
    }
    if (counts.size() == 1) {
      return new NumberFigures(counts.firstKey(), 0, null, null);
    }
    return new NumberFigures(
        mean,
        Math.sqrt(second),
        third / Math.pow(second, 1.5),
        fourth / (second * second) - KURTOSIS_OF_NORMAL);
  }

  /**
   * The lowest number that at least a share of all numbers does not exceed.
   *
   * @param counts number to how often it occurs; not empty
   * @param percent of all numbers, 1 to 100
   */
  static double quantile(SortedMap<Double, Long> counts, int percent) {
    long size = counts.values().stream().mapToLong(Long::longValue).sum();
    long place = (size * percent + 99) / 100;
    long passed = 0;
    for (Map.Entry<Double, Long> each : counts.entrySet()) {
      passed += each.getValue();
      if (passed >= place) {
        return each.getKey();
      }
    }
    throw new IllegalArgumentException("Invalid percent: " + percent);
  }
}
