package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * {@code NUMBER_TEXT(text [, decimalMark])}: a number as canonical text, such as {@code 1234.56} or
 * {@code -12.5}, without grouping marks, currency signs, exponents or needless zeros. A text that
 * is not a number stays as delivered. The decimal mark is a point unless given as a comma.
 */
public final class NumberText extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;
  private transient int markOfPlain;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    return normalised(text, '.');
  }

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData decimalMark) {
    return normalised(text, mark(String.valueOf(decimalMark)));
  }

  private static char mark(String mark) {
    if (!mark.equals(".") && !mark.equals(",")) {
      throw new IllegalArgumentException(
          "Invalid decimal mark of NUMBER_TEXT: '%s', expected '.' or ','".formatted(mark));
    }
    return mark.charAt(0);
  }

  private StringData normalised(StringData text, char decimalMark) {
    if (argument == null) {
      argument = new TextArgument();
    }
    if (!argument.set(text)) {
      return null;
    }
    int plain = lengthOfPlain((byte) decimalMark);
    boolean pointed = decimalMark == '.' || markOfPlain < 0 || markOfPlain >= plain;
    if (plain == argument.length() && pointed) {
      return argument.text(text);
    }
    if (plain > 0) {
      byte[] number = argument.copy(0, plain);
      if (!pointed) {
        number[markOfPlain] = '.';
      }
      return BinaryStringData.fromBytes(number);
    }
    String number = Numbers.canonical(argument.toString(), decimalMark);
    return number == null ? argument.text(text) : StringData.fromString(number);
  }

  /**
   * How many of the bytes of a plain number, such as {@code -1234.50}, are its canonical text but
   * for the mark; 0 when it is not plain, begins with a needless zero, or is a negative zero.
   */
  private int lengthOfPlain(byte decimalMark) {
    int length = argument.length();
    int firstDigit = argument.at(0) == '-' ? 1 : 0;
    int significant = 0;
    markOfPlain = -1;
    for (int position = firstDigit; position < length; position++) {
      byte next = argument.at(position);
      if (next == decimalMark && markOfPlain < 0) {
        markOfPlain = position;
      } else if (next < '0' || next > '9') {
        return 0;
      } else if (next != '0' || markOfPlain < 0) {
        significant = position + 1;
      }
    }
    int whole = (markOfPlain < 0 ? length : markOfPlain) - firstDigit;
    boolean needlessZero = whole > 1 && argument.at(firstDigit) == '0';
    boolean zero = whole == 1 && significant <= firstDigit + 1 && argument.at(firstDigit) == '0';
    return whole == 0 || needlessZero || zero && firstDigit == 1 ? 0 : significant;
  }

  @Override
  public TypeInference getTypeInference(DataTypeFactory types) {
    return CheckedLiterals.of(super.getTypeInference(types), NumberText::mark);
  }
}
