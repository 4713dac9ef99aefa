package tributary.segment.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A readable number that parts two others. */
final class RoundNumber {
  /** As many as a double can have. */
  private static final int MOST_DIGITS = 17;

  private RoundNumber() {}

  /**
   * The number with the fewest digits, near the middle.
   *
   * @param low the number must not be below it
   * @param high the number must be below it; above low
   */
  static double between(double low, double high) {
    BigDecimal middle = new BigDecimal(low / 2 + high / 2);
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR}) {
        double rounded = middle.round(new MathContext(digits, mode)).doubleValue();
        if (low <= rounded && rounded < high) {
          return rounded;
        }
      }
    }
    return low;
  }
}
