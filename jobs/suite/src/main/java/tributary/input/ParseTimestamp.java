package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code PARSE_TIMESTAMP(text)}: TIMESTAMP(6) of a real time in canonical text, as a clock on the
 * wall shows it: an offset does not move it. Null for any other text.
 */
public final class ParseTimestamp extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;
  private transient CivilTime time;

  @DataTypeHint(value = "TIMESTAMP(6)", bridgedTo = TimestampData.class)
  public TimestampData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (argument == null) {
      argument = new TextArgument();
      time = new CivilTime();
    }
    boolean real =
        argument.set(text) && time.parse(argument.bytes(), argument.start(), argument.end());
    return real ? time.toTimestamp() : null;
  }
}
