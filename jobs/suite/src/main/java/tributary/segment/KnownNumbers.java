package tributary.segment;

import java.util.Arrays;

/** Numbers of one feature, of which something is to be known; at least one. */
final class KnownNumbers {
  private final double[] numbers;
  private final double[] sorted;

  KnownNumbers(double[] numbers) {
    this.numbers = numbers;
    this.sorted = numbers.clone();
    Arrays.sort(sorted);
  }

  int size() {
    return numbers.length;
  }

  KnownNumbers transformed(FeatureTransform transform) {
    return new KnownNumbers(Arrays.stream(numbers).map(transform::apply).toArray());
  }

  /** By linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
  double quantile(double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  long outside(double low, double high) {
    return Arrays.stream(numbers).filter(number -> number < low || number > high).count();
  }

  boolean isConstant() {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
  }

  /** The third standardised moment; 0 when all numbers are equal. */
  double skewness() {
    if (isConstant()) {
      return 0;
    }
    double mean = mean();
    double second = 0;
    double third = 0;
    for (double number : numbers) {
      double difference = number - mean;
      second += difference * difference;
      third += difference * difference * difference;
    }
    return third / numbers.length / Math.pow(second / numbers.length, 1.5);
  }

  /** Pearson's. */
  double correlation(KnownNumbers other) {
    if (isConstant() || other.isConstant()) {
      return 0;
    }
    double mean = mean();
    double otherMean = other.mean();
    double product = 0;
    double squares = 0;
    double otherSquares = 0;
    for (int i = 0; i < numbers.length; i++) {
      double difference = numbers[i] - mean;
      double otherDifference = other.numbers[i] - otherMean;
      product += difference * otherDifference;
      squares += difference * difference;
      otherSquares += otherDifference * otherDifference;
    }
    return product / Math.sqrt(squares * otherSquares);
  }

  private double mean() {
    return Arrays.stream(numbers).average().orElse(0);
  }
}
