package tributary.input;

import java.io.IOException;

/**
 * Finds lines that would read differently if a backslash escaped the character behind it, in files
 * of which nobody said whether it does.
 */
final class UnsaidEscapes {
  private static final String REMEDY =
      "; if a backslash escapes in this file, say 'escape' = '\\' in the profile";
  private static final String OTHER_REMEDY = ", and 'escape' = 'none' if it is text";

  private UnsaidEscapes() {}

  /** Reads a record in another way. */
  interface Reading {
    boolean succeeds() throws IOException;
  }

  /**
   * The problem of the current record.
   *
   * @param found its problem when a backslash is text, or null
   * @param escaped reads it as if a backslash escaped quotes
   */
  static String problem(LineBuffer lines, byte delimiter, String found, Reading escaped)
      throws IOException {
    byte[] bytes = lines.bytes();
    boolean doubled = false;
    boolean quote = false;
    boolean delimiting = false;
    for (int i = lines.start(); i < lines.end(); i++) {
      if (bytes[i] == '\\') {
        byte next = i + 1 < lines.end() ? bytes[i + 1] : (byte) '\n';
        boolean lineBreak = next == '\n' || next == '\r';
        doubled |= next == '\\' || lineBreak && i + 1 < lines.end();
        quote |= lines.isQuote(next);
        delimiting |= next == delimiter || lineBreak;
      }
    }
    if (found != null) {
      return doubled || quote || delimiting ? found + REMEDY : found;
    }
    return doubled || quote && escaped.succeeds()
        ? "reads differently where a backslash escapes" + REMEDY + OTHER_REMEDY
        : null;
  }
}
