package tributary.input;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * How a delimited text is to be read.
 *
 * @param delimiter between two columns, an ASCII character
 * @param quote an ASCII character, or -1 for none
 * @param escapes how characters are escaped
 * @param nullText an unquoted field that means null, or empty for none
 */
record TextDialect(char delimiter, int quote, Escapes escapes, String nullText) {
  TextDialect {
    requireNonNull(escapes, "escapes is null");
    requireNonNull(nullText, "nullText is null");
  }

  /** With neither escapes nor a text for null. */
  static TextDialect of(char delimiter, int quote) {
    return new TextDialect(delimiter, quote, Escapes.NONE, "");
  }

  /** The lines of a text, from the line numbered so. */
  LineBuffer lines(InputStream text, long firstLine) {
    return new LineBuffer(text, quote, escapes.character(), firstLine);
  }

  /** Fields that know which text means null. */
  TextFields fields() {
    return new TextFields(nullText.isEmpty() ? null : nullText.getBytes(StandardCharsets.UTF_8));
  }
}
