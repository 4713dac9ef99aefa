package tributary.input;

import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * {@code TIMESTAMP_TEXT(text, pattern, ...)}: a time as canonical text, {@code yyyy-MM-dd
 * HH:mm:ss[.SSSSSS][+HH:mm]}, by the first pattern that matches strictly; a date alone is midnight.
 * An offset or zone that the text has becomes an offset, for {@code IN_ZONE}. Names are English, or
 * of the languages among the patterns, as {@code 'de'}. A text that none matches stays as
 * delivered.
 */
public final class TimestampText extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;
  private transient TextArgument plain;
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
      plain = new TextArgument();
      time = new CivilTime();
      written = new byte[32];
    }
    if (!argument.set(text)) {
      return null;
    }
    compile(patterns);
    for (TimestampPattern pattern : compiled) {
      if (pattern.parse(argument, time)) {
        return pattern.isCanonical() ? argument.text(text) : canonical(text);
      }
    }
    return argument.isAscii() ? argument.text(text) : withPlainSpaces(text);
  }

  /** Patterns are literals, which arrive as the same objects in each row. */
  private void compile(StringData[] patterns) {
    boolean same = known != null && known.length == patterns.length;
    for (int i = 0; same && i < patterns.length; i++) {
      same = known[i] == patterns[i];
    }
    if (!same) {
      List<String> texts = Arrays.stream(patterns).map(String::valueOf).toList();
      compiled = TimestampPatterns.of(texts).toArray(TimestampPattern[]::new);
      known = patterns.clone();
    }
  }

  /** Tries again with blanks in the place of spaces that look like them, or are not seen at all. */
  private StringData withPlainSpaces(StringData text) {
    String shown = argument.toString();
    for (boolean keepsUnseen : new boolean[] {true, false}) {
      plain.set(StringData.fromString(Spaces.plain(shown, keepsUnseen)));
      for (TimestampPattern pattern : compiled) {
        if (pattern.parse(plain, time)) {
          return BinaryStringData.fromBytes(Arrays.copyOf(written, time.write(written)));
        }
      }
    }
    return argument.text(text);
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
    return CheckedLiterals.of(super.getTypeInference(types), TimestampPatterns::check);
  }
}
