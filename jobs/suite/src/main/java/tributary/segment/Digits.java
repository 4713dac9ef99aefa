package tributary.segment;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rounding that hides in which order numbers were added up. */
final class Digits {
  private static final MathContext KEPT = new MathContext(12);

  private Digits() {}

  /** To twelve significant digits; minus zero becomes zero, and what is not finite stays. */
  static double round(double number) {
    if (!Double.isFinite(number)) {
      return number;
    }
    return number == 0 ? 0.0 : new BigDecimal(number).round(KEPT).doubleValue();
  }
}
