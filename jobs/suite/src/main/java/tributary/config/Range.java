package tributary.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers from one to another, both included; infinite where there is no such end.
 *
 * @param low the least number within
 * @param high the greatest number within
 */
public record Range(double low, double high) {
  /** Completes the sentence "expected ...". */
  public static final String EXPECTED = "LOW..HIGH, LOW.. or ..HIGH, such as 0.8..1.25";

  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)?";
  private static final Pattern TEXT = Pattern.compile(NUMBER + "\\.\\." + NUMBER);

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("Invalid range: %s to %s".formatted(low, high));
    }
  }

  /**
   * Reads {@code LOW..HIGH}, of which one end may be left out.
   *
   * @throws IllegalArgumentException when the text is no such range
   */
  public static Range parse(String text) {
    Matcher matcher = TEXT.matcher(text.trim());
    if (!matcher.matches() || matcher.group(1) == null && matcher.group(2) == null) {
      throw new IllegalArgumentException(
          "Invalid range: %s, expected %s".formatted(text, EXPECTED));
    }
    return new Range(
        number(matcher.group(1), Double.NEGATIVE_INFINITY),
        number(matcher.group(2), Double.POSITIVE_INFINITY));
  }

  private static double number(String text, double fallback) {
    return text == null ? fallback : Double.parseDouble(text);
  }

  public boolean contains(double number) {
    return number >= low && number <= high;
  }

  /** As in "0.8 to 1.25", "at least 0.8" and "at most 1.25". */
  @Override
  public String toString() {
    if (high == Double.POSITIVE_INFINITY) {
      return "at least " + plain(low);
    }
    if (low == Double.NEGATIVE_INFINITY) {
      return "at most " + plain(high);
    }
    return plain(low) + " to " + plain(high);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
