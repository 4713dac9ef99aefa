package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code WALL_TIME(text)}: a canonical time without its offset; any other text, trimmed, as it is.
 */
public final class WallTime extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;
  private transient CivilTime time;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (argument == null) {
      argument = new TextArgument();
      time = new CivilTime();
    }
    if (!argument.set(text)) {
      return null;
    }
    int length = CivilTime.lengthWithoutOffset(argument.bytes(), argument.start(), argument.end());
    boolean hasOffset =
        length < argument.length()
            && time.parse(argument.bytes(), argument.start(), argument.end());
    return hasOffset ? BinaryStringData.fromBytes(argument.copy(0, length)) : argument.text(text);
  }
}
