package tributary.input;

import java.math.BigDecimal;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Parses plain decimals, such as {@code -1234.56}, rounding once and half up, that is away from
 * zero. Null for what is not a plain decimal, or does not fit.
 */
abstract class ParseDecimal extends ScalarFunction {
  private static final long serialVersionUID = 1L;
  private static final int DIGITS_OF_LONG = 18;

  private final int precision;
  private final int scale;
  private transient TextArgument argument;

  ParseDecimal(int precision, int scale) {
    this.precision = precision;
    this.scale = scale;
  }

  final DecimalData parse(StringData text) {
    if (argument == null) {
      argument = new TextArgument();
    }
    int point = argument.set(text) ? PlainDecimal.point(argument) : -1;
    if (point < 0) {
      return null;
    }
    return point + scale < DIGITS_OF_LONG ? ofFewDigits(point) : ofManyDigits();
  }

  private DecimalData ofFewDigits(int point) {
    int length = argument.length();
    boolean negative = argument.at(0) == '-';
    long unscaled = 0;
    for (int i = negative ? 1 : 0; i < point; i++) {
      unscaled = unscaled * 10 + argument.at(i) - '0';
    }
    for (int i = point + 1; i <= point + scale; i++) {
      unscaled = unscaled * 10 + (i < length ? argument.at(i) - '0' : 0);
    }
    int rounding = point + scale + 1;
    if (rounding < length && argument.at(rounding) >= '5') {
      unscaled++;
    }
    long signed = negative ? -unscaled : unscaled;
    return precision <= DIGITS_OF_LONG
        ? DecimalData.fromUnscaledLong(signed, precision, scale)
        : DecimalData.fromBigDecimal(BigDecimal.valueOf(signed, scale), precision, scale);
  }

  private DecimalData ofManyDigits() {
    return PlainDecimal.rounded(PlainDecimal.exact(argument), precision, scale);
  }
}
