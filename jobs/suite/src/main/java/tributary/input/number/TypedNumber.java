package tributary.input.number;

import java.math.BigDecimal;

/**
 * The text of a number that a file holds as a number: with a point, and so that it can be read as
 * no other number. Where a profile says that decimals have commas, {@code 1.234} is a thousand and
 * more; such a number gets a fourth digit, {@code 1.2340}.
 */
public final class TypedNumber {
  /** As many digits behind a point as a group has. */
  private static final int GROUP = 3;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private TypedNumber() {}

  public static String text(BigDecimal number) {
    String plain = number.toPlainString();
    return looksGrouped(number) ? plain + '0' : plain;
  }

  /** Whether a number of a fraction has the digits of a group behind its point. */
  public static boolean looksGrouped(long whole, int scale) {
    return scale == GROUP && whole > 0 && whole < 1000;
  }

  private static boolean looksGrouped(BigDecimal number) {
    BigDecimal size = number.abs();
    return number.scale() == GROUP
        && size.compareTo(BigDecimal.ONE) >= 0
        && size.compareTo(THOUSAND) < 0;
  }
}
