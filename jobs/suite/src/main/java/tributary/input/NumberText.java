package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code NUMBER_TEXT(text [, decimalMark])}: a number as canonical text, such as {@code 1234.56} or
 * {@code -12.5}, without grouping marks, currency signs, exponents or needless zeros. A text that
 * is not a number stays as delivered. The decimal mark is a point unless given as a comma.
 */
public final class NumberText extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    return normalised(text, '.');
  }

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData decimalMark) {
    return normalised(text, mark(decimalMark));
  }

  private static char mark(StringData decimalMark) {
    String mark = String.valueOf(decimalMark);
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
    if (isCanonical(decimalMark)) {
      return argument.text(text);
    }
    String number = Numbers.canonical(argument.toString(), decimalMark);
    return number == null ? argument.text(text) : StringData.fromString(number);
  }

  /** Whether the text is a plain number that needs no change. */
  private boolean isCanonical(char decimalMark) {
    int length = argument.length();
    int position = argument.at(0) == '-' ? 1 : 0;
    int firstDigit = position;
    int point = -1;
    for (; position < length; position++) {
      byte next = argument.at(position);
      if (next == '.' && point < 0 && decimalMark == '.') {
        point = position;
      } else if (next < '0' || next > '9') {
        return false;
      }
    }
    int whole = (point < 0 ? length : point) - firstDigit;
    if (whole == 0 || whole > 1 && argument.at(firstDigit) == '0') {
      return false;
    }
    if (point >= 0) {
      return argument.at(length - 1) != '0' && point < length - 1;
    }
    return firstDigit == 0 || argument.at(1) != '0';
  }
}
