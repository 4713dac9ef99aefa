package tributary.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.flink.table.data.DecimalData;

/** How audits sum amounts: in ten thousandths, of which 64 bits hold those below 10^14. */
final class ExactAmount {
  private static final int SCALE = 4;
  private static final long UNITS = 10_000;
  private static final long END = 1_000_000_000_000_000_000L;

  private ExactAmount() {}

  /**
   * Converts a number as Flink holds it.
   *
   * @throws ArithmeticException when it is not below 10^14
   */
  static long of(Object number) {
    long amount;
    if (number instanceof DecimalData decimal && decimal.scale() == SCALE && decimal.isCompact()) {
      amount = decimal.toUnscaledLong();
    } else if (number instanceof DecimalData decimal) {
      amount = rounded(decimal.toBigDecimal());
    } else if (number instanceof Double || number instanceof Float) {
      amount = rounded(BigDecimal.valueOf(((Number) number).doubleValue()));
    } else {
      long whole = ((Number) number).longValue();
      amount = Math.abs(whole) < END / UNITS ? whole * UNITS : END;
    }
    if (amount >= END || amount <= -END) {
      throw new ArithmeticException("an amount that an audit sums is not below 10^14");
    }
    return amount;
  }

  private static long rounded(BigDecimal number) {
    BigDecimal scaled = number.setScale(SCALE, RoundingMode.HALF_UP);
    return scaled.precision() - scaled.scale() > 14 ? END : scaled.unscaledValue().longValue();
  }
}
