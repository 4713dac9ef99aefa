package tributary.input;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import tributary.input.number.TypedNumber;

/** Numbers of Parquet files as plain text, without an exponent. */
final class ParquetNumbers {
  /** The largest count of ten thousandths of which a double holds each as a number of its own. */
  private static final double WHOLE = 1e15;

  private static final double TEN_THOUSAND = 10_000;

  private ParquetNumbers() {}

  static boolean bool(Object value, TextBuffer target) {
    target.append(value.toString());
    return true;
  }

  static boolean integer(Object value, TextBuffer target) {
    return scaled(((Number) value).longValue(), 0, target);
  }

  static boolean unsigned(Object value, TextBuffer target) {
    if (value instanceof Integer whole) {
      return scaled(Integer.toUnsignedLong(whole), 0, target);
    }
    target.append(Long.toUnsignedString((Long) value));
    return true;
  }

  /** A decimal of which the unscaled number is kept, as a number or as big-endian bytes. */
  static ParquetText decimal(int scale) {
    return (value, target) -> {
      if (value instanceof Number number) {
        return scaled(number.longValue(), scale, target);
      }
      byte[] bytes = ParquetBytes.of(value);
      if (bytes.length == 0) {
        return false;
      }
      BigInteger unscaled = new BigInteger(bytes);
      if (unscaled.bitLength() < Long.SIZE) {
        return scaled(unscaled.longValue(), scale, target);
      }
      target.append(new BigDecimal(unscaled, scale).toPlainString());
      return true;
    };
  }

  static boolean single(Object value, TextBuffer target) {
    float number = (Float) value;
    return Float.isFinite(number)
        ? plain(Float.toString(number), target)
        : notFinite(number, target);
  }

  /** The shortest number that is read as this double, as Java and others print it. */
  static boolean real(Object value, TextBuffer target) {
    double number = (Double) value;
    if (!Double.isFinite(number)) {
      return notFinite(number, target);
    }
    double tenThousandths = Math.rint(number * TEN_THOUSAND);
    if (Math.abs(tenThousandths) < WHOLE && tenThousandths / TEN_THOUSAND == number) {
      return shortened((long) tenThousandths, target);
    }
    return plain(Double.toString(number), target);
  }

  /** The shortest number that is read as this half-precision number (IEEE 754 binary16). */
  static boolean half(Object value, TextBuffer target) {
    byte[] bytes = ParquetBytes.of(value);
    float number = Halves.number((bytes[1] & 0xFF) << 8 | bytes[0] & 0xFF);
    if (!Float.isFinite(number)) {
      return notFinite(number, target);
    }
    boolean isWhole = Math.rint(number) == number;
    return isWhole
        ? scaled((long) number, 0, target)
        : plain(Halves.shortest(number).toPlainString(), target);
  }

  /** A text that no reader of numbers takes for one. */
  private static boolean notFinite(double number, TextBuffer target) {
    target.append(Double.toString(number));
    return true;
  }

  private static boolean plain(String text, TextBuffer target) {
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    target.append(number.signum() == 0 ? "0" : TypedNumber.text(number));
    return true;
  }

  private static boolean shortened(long tenThousandths, TextBuffer target) {
    int scale = 4;
    long rest = tenThousandths;
    while (scale > 0 && rest % 10 == 0) {
      rest /= 10;
      scale--;
    }
    return scaled(rest, scale, target);
  }

  private static boolean scaled(long unscaled, int scale, TextBuffer target) {
    if (unscaled == Long.MIN_VALUE || scale > 18) {
      target.append(BigDecimal.valueOf(unscaled, scale).toPlainString());
      return true;
    }
    if (unscaled < 0) {
      target.append('-');
    }
    long size = Math.abs(unscaled);
    if (scale == 0) {
      target.append(size, 1);
      return true;
    }
    long unit = 1;
    for (int i = 0; i < scale; i++) {
      unit *= 10;
    }
    target.append(size / unit, 1).append('.').append(size % unit, scale);
    if (TypedNumber.looksGrouped(size / unit, scale)) {
      target.append('0');
    }
    return true;
  }

  /** Numbers of 16 bits: a sign, five bits of exponent, ten of fraction. */
  private static final class Halves {
    private static final int MOST_DIGITS = 5;

    static float number(int bits) {
      int exponent = bits >> 10 & 0x1F;
      int fraction = bits & 0x3FF;
      float size =
          exponent == 0x1F
              ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
              : exponent == 0
                  ? Math.scalb((float) fraction, -24)
                  : Math.scalb((float) (fraction + 0x400), exponent - 25);
      return bits >> 15 == 0 ? size : -size;
    }

    static BigDecimal shortest(float number) {
      BigDecimal exact = new BigDecimal(Float.toString(number == 0 ? 0 : number));
      double gap = Math.max(Math.scalb(1.0, Math.getExponent(number) - 10), Math.scalb(1.0, -24));
      boolean isPowerOfTwo = Math.abs(number) == Math.scalb(1f, Math.getExponent(number));
      double near = isPowerOfTwo ? gap / 4 : gap / 2;
      for (int digits = 1; digits < MOST_DIGITS; digits++) {
        BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (Math.abs(rounded.doubleValue() - number) < near) {
          return rounded.stripTrailingZeros();
        }
      }
      return exact.stripTrailingZeros();
    }
  }
}
