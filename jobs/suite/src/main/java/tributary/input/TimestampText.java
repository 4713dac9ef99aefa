package tributary.input;

import java.util.Arrays;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * {@code TIMESTAMP_TEXT(text, pattern, ...)}: a time as canonical text, {@code yyyy-MM-dd
 * HH:mm:ss[.SSSSSS]}, by the first pattern that matches strictly; a date alone is midnight. A text
 * that none matches stays as delivered.
 */
public final class TimestampText extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;
  private transient CivilTime time;
  private transient byte[] written;
  private transient StringData[] known;
  private transient TimestampPattern[] compiled;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData... patterns) {
    if (argument == null) {
      argument = new TextArgument();
      time = new CivilTime();
      written = new byte[32];
      known = new StringData[patterns.length];
      compiled = new TimestampPattern[patterns.length];
    }
    if (!argument.set(text)) {
      return null;
    }
    for (int i = 0; i < patterns.length; i++) {
      TimestampPattern pattern = pattern(i, patterns[i]);
      if (pattern.parse(argument, time)) {
        return pattern.isCanonical() ? argument.text(text) : canonical(text);
      }
    }
    return argument.text(text);
  }

  /** Patterns are literals, which arrive as the same object in each row. */
  private TimestampPattern pattern(int index, StringData pattern) {
    if (known[index] != pattern) {
      compiled[index] = TimestampPattern.of(String.valueOf(pattern));
      known[index] = pattern;
    }
    return compiled[index];
  }

  private StringData canonical(StringData text) {
    int length = time.write(written);
    boolean same = length == argument.length();
    for (int i = 0; same && i < length; i++) {
      same = written[i] == argument.at(i);
    }
    return same ? argument.text(text) : BinaryStringData.fromBytes(Arrays.copyOf(written, length));
  }

  @Override
  public TypeInference getTypeInference(DataTypeFactory types) {
    return CheckedLiterals.of(super.getTypeInference(types), TimestampPattern::of);
  }
}
