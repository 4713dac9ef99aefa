package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code CURRENCY_CODE(text)}: the code of ISO 4217 that a text is, in any case, as {@code EUR};
 * null if it is none. Signs such as € are not looked at.
 */
public final class CurrencyCode extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (argument == null) {
      argument = new TextArgument();
    }
    return argument.set(text)
        ? CurrencyMarks.code(argument.toString()).map(StringData::fromString).orElse(null)
        : null;
  }
}
