package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/** {@code CLEAN_TEXT(text)}: the text without blanks around it; null when nothing is left. */
public final class CleanText extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (argument == null) {
      argument = new TextArgument();
    }
    return argument.set(text) ? argument.text(text) : null;
  }
}
