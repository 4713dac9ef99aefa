package tributary.input;

/**
 * What counts as a space: blanks and controls of ASCII, all spaces and line ends of Unicode, and
 * the characters that cannot be seen at all, such as U+200B (zero width space), U+FEFF (byte order
 * mark), U+2060 (word joiner), U+00AD (soft hyphen) and the marks of writing direction.
 */
final class Spaces {
  /** First and last of each range of characters that cannot be seen, and are no spaces by class. */
  private static final int[] INVISIBLE = {
    0x0085, 0x0085, // next line
    0x00AD, 0x00AD, // soft hyphen
    0x034F, 0x034F, // combining grapheme joiner
    0x061C, 0x061C, // Arabic letter mark
    0x115F, 0x1160, // Hangul fillers
    0x17B4, 0x17B5, // Khmer inherent vowels
    0x180B, 0x180F, // Mongolian separators
    0x200B, 0x200F, // zero width spaces and joiners, direction marks
    0x202A, 0x202E, // direction embeddings
    0x2060, 0x206F, // word joiner, invisible operators, direction isolates
    0x2800, 0x2800, // blank Braille pattern
    0x3164, 0x3164, // Hangul filler
    0xFEFF, 0xFEFF, // byte order mark
    0xFFA0, 0xFFA0, // half width Hangul filler
  };

  private Spaces() {}

  /** Whether a character is a space, or cannot be seen. */
  static boolean isSpace(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint <= ' ';
    }
    if (Character.isSpaceChar(codePoint)) {
      return true;
    }
    for (int i = 0; i < INVISIBLE.length && INVISIBLE[i] <= codePoint; i += 2) {
      if (codePoint <= INVISIBLE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** The text without spaces around it. */
  static String strip(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(start, end).toString();
  }

  /**
   * The text with usual blanks for all spaces but tabs and line ends, which stand between two
   * things, and a usual minus.
   *
   * @param keepsUnseen whether characters without a width become blanks too, or go
   */
  static String plain(String text, boolean keepsUnseen) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char next : text.toCharArray()) {
      boolean isUnseen = Character.getType(next) == Character.FORMAT;
      if (!isUnseen || keepsUnseen) {
        boolean isSpace = next >= ' ' && isSpace(next);
        plain.append(isSpace ? ' ' : next == '\u2212' ? '-' : next);
      }
    }
    return plain.toString();
  }

  /**
   * The text for a message: controls, and spaces other than the usual one, are written as a
   * backslash, {@code u} and four hexadecimal digits.
   */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == ' ' || !isSpace(next) && !Character.isISOControl(next)) {
        visible.append(next);
      } else {
        visible.append("\\u%04X".formatted((int) next));
      }
    }
    return visible.toString();
  }
}
