package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code CODE_TEXT(text)}: a code that a program took for a number, without the fraction of zeros
 * that it gained: {@code 17850.0} becomes {@code 17850}. Any other text stays, trimmed; {@code
 * 12.000} too, which may be twelve thousand.
 */
public final class CodeText extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (argument == null) {
      argument = new TextArgument();
    }
    if (!argument.set(text)) {
      return null;
    }
    int digits = digitsBeforeZeros();
    return digits == 0 ? argument.text(text) : BinaryStringData.fromBytes(argument.copy(0, digits));
  }

  /** How many digits come before a fraction of zeros alone; 0 when the text is not like that. */
  private int digitsBeforeZeros() {
    int length = argument.length();
    int position = length;
    while (position > 0 && argument.at(position - 1) == '0') {
      position--;
    }
    if (position == length || position < 2 || argument.at(position - 1) != '.') {
      return 0;
    }
    if (length - position == 3 && position <= 4) {
      return 0;
    }
    for (int i = 0; i < position - 1; i++) {
      if (argument.at(i) < '0' || argument.at(i) > '9') {
        return 0;
      }
    }
    return position - 1;
  }
}
