package tributary.segment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers as they are kept and passed on. */
final class Digits {
  private static final MathContext KEPT = new MathContext(12);

  private Digits() {}

  /**
   * Rounds to twelve significant digits, which hides in which order numbers were added up; minus
   * zero becomes zero, and what is not finite stays.
   */
  static double round(double number) {
    if (!Double.isFinite(number)) {
      return number;
    }
    return number == 0 ? 0.0 : new BigDecimal(number).round(KEPT).doubleValue();
  }

  /** Numbers separated by commas, to the last digit. */
  static String text(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(","));
  }

  /** Reads {@link #text}. */
  static double[] parse(String text) {
    return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
  }
}
