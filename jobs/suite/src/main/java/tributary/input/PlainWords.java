package tributary.input;

import java.util.Locale;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code PLAIN_WORDS(text)}: the text in lower case, with one usual blank for spaces that follow
 * each other, and without characters that have no width: how words are looked up in a list.
 */
public final class PlainWords extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    if (text == null) {
      return null;
    }
    String words = text.toString();
    String plain = isPlain(words) ? words : Header.tidy(Spaces.plain(words, false));
    return StringData.fromString(plain.toLowerCase(Locale.ROOT));
  }

  /** Whether it is of ASCII, with blanks for all spaces, none behind another. */
  private static boolean isPlain(String text) {
    boolean isBehindBlank = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next < ' ' || next > '~' || next == ' ' && isBehindBlank) {
        return false;
      }
      isBehindBlank = next == ' ';
    }
    return true;
  }
}
