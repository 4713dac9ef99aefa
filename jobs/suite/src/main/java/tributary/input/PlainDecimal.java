package tributary.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.flink.table.data.DecimalData;

/** Plain decimals, such as {@code -1234.56}, of 64 characters at most. */
final class PlainDecimal {
  private static final int MOST_BYTES = 64;

  private PlainDecimal() {}

  /** Where the point is or would be; negative when the text is not a plain decimal. */
  static int point(TextArgument text) {
    int length = text.length();
    int first = text.at(0) == '-' ? 1 : 0;
    if (length == first || length > MOST_BYTES) {
      return -1;
    }
    int point = -1;
    for (int i = first; i < length; i++) {
      byte next = text.at(i);
      if (next == '.' && point < 0 && i > first && i < length - 1) {
        point = i;
      } else if (next < '0' || next > '9') {
        return -1;
      }
    }
    return point < 0 ? length : point;
  }

  /** All digits of a plain decimal; null for another text. */
  static BigDecimal exact(TextArgument text) {
    return point(text) < 0 ? null : new BigDecimal(text.toString());
  }

  /** Rounded half up, that is away from zero; null when it does not fit. */
  static DecimalData rounded(BigDecimal number, int precision, int scale) {
    BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
    return rounded.precision() > precision
        ? null
        : DecimalData.fromBigDecimal(rounded, precision, scale);
  }
}
