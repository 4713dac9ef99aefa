package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code CLEAN_COLUMN(problem, text)}: a canonical column: trimmed, null when it is blank or the
 * line has a problem. It calls itself not deterministic so that the planner keeps its result
 * instead of repeating the whole mapping wherever a later expression, such as a hash, uses it.
 */
public final class CleanColumn extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData problem,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (argument == null) {
      argument = new TextArgument();
    }
    return problem == null && argument.set(text) ? argument.text(text) : null;
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }
}
