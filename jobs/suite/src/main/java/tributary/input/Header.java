package tributary.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tributary.config.UserError;
import tributary.input.FileTableOptions.Format;

/** The names of a file's columns, and where a table's columns are among them. */
final class Header {
  private Header() {}

  /**
   * The names in the next record, without spaces around them; a blank one becomes {@code column N}.
   *
   * @throws UserError when it cannot be split
   */
  static List<String> read(LineBuffer lines, TextDialect dialect) throws IOException {
    List<String> names = new ArrayList<>();
    RecordReader reader = new RecordReader(lines, dialect, RecordReader.ANY_NUMBER);
    if (!reader.next()) {
      return names;
    }
    if (reader.problem() != null) {
      throw new UserError("its header (line %s) %s".formatted(reader.line(), reader.problem()));
    }
    TextFields fields = reader.fields();
    for (int i = 0; i < fields.count(); i++) {
      int size = fields.end(i) - fields.start(i);
      names.add(name(new String(fields.bytes(), fields.start(i), size, StandardCharsets.UTF_8), i));
    }
    return names;
  }

  /** The name of a column by what its header says, which may be null, and by its place, from 0. */
  static String name(String text, int place) {
    boolean isBlank = text == null || Spaces.strip(text).isEmpty();
    return isBlank ? "column " + (place + 1) : onOneLine(text.strip());
  }

  /** Skips all that stands before the first record of a text. */
  static void skip(LineBuffer lines, FileTableOptions options, TextDialect dialect)
      throws IOException {
    skipBefore(lines, options);
    if (options.hasHeader()) {
      new RecordReader(lines, dialect, RecordReader.ANY_NUMBER).next();
    }
  }

  /**
   * Skips all that stands before the header of a text.
   *
   * @return the delimiter, where the text names it
   */
  static OptionalInt skipBefore(LineBuffer lines, FileTableOptions options) throws IOException {
    OptionalInt delimiter =
        options.format() == Format.FIXED ? OptionalInt.empty() : SeparatorLine.skip(lines);
    for (int skipped = 0; skipped < options.skipLines(); skipped++) {
      lines.next();
    }
    return delimiter;
  }

  /** A line break within a name counts as one blank. */
  private static String onOneLine(String name) {
    return name.replaceAll("[ \t]*[\r\n]+[ \t]*", " ");
  }

  /** A name as it looks: every run of spaces is one blank. */
  static String tidy(String name) {
    StringBuilder tidy = new StringBuilder();
    for (char next : Spaces.strip(name).toCharArray()) {
      boolean isSpace = Spaces.isSpace(next);
      if (!isSpace || tidy.charAt(tidy.length() - 1) != ' ') {
        tidy.append(isSpace ? ' ' : next);
      }
    }
    return tidy.toString();
  }

  /**
   * The place in the file of each of a table's columns: by name, or by name in another case; all
   * spaces are alike.
   *
   * @throws UserError when a column is missing, or two of the file have its name
   */
  static int[] places(List<String> wanted, List<String> names) {
    List<String> tidy = names.stream().map(Header::tidy).toList();
    for (String name : wanted) {
      if (tidy.indexOf(tidy(name)) != tidy.lastIndexOf(tidy(name))) {
        throw new UserError("its header names the column '%s' twice".formatted(tidy(name)));
      }
    }
    return wanted.stream().mapToInt(column -> place(column, tidy, names)).toArray();
  }

  /** Whether each of a table's columns is among these names. */
  static boolean fits(List<String> wanted, List<String> names) {
    try {
      places(wanted, names);
      return true;
    } catch (UserError e) {
      return false;
    }
  }

  private static int place(String column, List<String> tidy, List<String> names) {
    int exact = tidy.indexOf(tidy(column));
    if (exact >= 0) {
      return exact;
    }
    int inAnyCase = only(tidy.stream().map(name -> name.equalsIgnoreCase(tidy(column))).toList());
    if (inAnyCase >= 0) {
      return inAnyCase;
    }
    String seen = withoutSpaces(column);
    int asSeen =
        only(tidy.stream().map(name -> withoutSpaces(name).equalsIgnoreCase(seen)).toList());
    if (asSeen < 0 || !hasInvisible(column) && !hasInvisible(names.get(asSeen))) {
      throw missing(column, names);
    }
    return asSeen;
  }

  /** The place of the only one that is true, or a negative number. */
  private static int only(List<Boolean> matches) {
    int first = matches.indexOf(true);
    return first == matches.lastIndexOf(true) ? first : -1;
  }

  private static String withoutSpaces(String name) {
    return tidy(name).replace(" ", "");
  }

  private static boolean hasInvisible(String name) {
    return !Spaces.visible(name).equals(name);
  }

  private static UserError missing(String column, List<String> names) {
    return new UserError(
        "its header has no column '%s' (it has: %s)"
            .formatted(Spaces.visible(column), Spaces.visible(String.join(", ", names))));
  }
}
