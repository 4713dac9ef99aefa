package tributary.segment.rules;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers that a feature may have.
 *
 * @param above the range begins above it; perhaps minus infinity
 * @param atMost the range's last number; perhaps infinity
 */
record Range(double above, double atMost) {
  static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private static final String PATTERN = "#,##0.#################";

  /** The part of the range above a number. */
  Range above(double number) {
    return new Range(Math.max(above, number), atMost);
  }

  /** The part of the range up to a number. */
  Range atMost(double number) {
    return new Range(above, Math.min(atMost, number));
  }

  boolean contains(double number) {
    return number > above && number <= atMost;
  }

  boolean hasLowerEnd() {
    return Double.isFinite(above);
  }

  /** Such as {@code above 100 and at most 1,250}. */
  String words() {
    if (!hasLowerEnd()) {
      return "at most " + text(atMost);
    }
    return Double.isFinite(atMost)
        ? "above %s and at most %s".formatted(text(above), text(atMost))
        : "above " + text(above);
  }

  private static String text(double number) {
    return new DecimalFormat(PATTERN, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }
}
