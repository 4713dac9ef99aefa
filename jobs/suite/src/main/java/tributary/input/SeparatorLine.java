package tributary.input;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A first line such as {@code sep=;}, by which Excel is told the delimiter. */
final class SeparatorLine {
  private static final Pattern LINE =
      Pattern.compile("(?i)(\"?)sep=([\\t\\x20-\\x7e&&[^\"0-9A-Za-z]])\\1(?:\\r?\\n|$)");
  private static final int LONGEST = 10;

  private SeparatorLine() {}

  /** Skips it, where it stands at the beginning of a text; the delimiter that it gives. */
  static OptionalInt skip(LineBuffer lines) throws IOException {
    Matcher matcher = LINE.matcher(lines.ahead(LONGEST));
    if (!matcher.lookingAt()) {
      return OptionalInt.empty();
    }
    lines.next();
    return OptionalInt.of(matcher.group(2).charAt(0));
  }
}
