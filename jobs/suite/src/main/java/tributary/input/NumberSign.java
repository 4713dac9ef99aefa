package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code NUMBER_SIGN(text)}: -1, 0 or 1 of a plain decimal, of all its digits; null if it is none.
 * A number that is rounded for its column may be 0 there and not be 0.
 */
public final class NumberSign extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  public Integer eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (argument == null) {
      argument = new TextArgument();
    }
    if (!argument.set(text) || PlainDecimal.point(argument) < 0) {
      return null;
    }
    int sign = argument.at(0) == '-' ? -1 : 1;
    for (int i = 0; i < argument.length(); i++) {
      if (argument.at(i) >= '1') {
        return sign;
      }
    }
    return 0;
  }
}
