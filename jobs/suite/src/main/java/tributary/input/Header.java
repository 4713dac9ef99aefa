package tributary.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tributary.config.UserError;

/** The names of a file's columns, and where a table's columns are among them. */
final class Header {
  private Header() {}

  /**
   * The names on the next line, trimmed; a blank one becomes {@code column N}.
   *
   * @throws UserError when it cannot be split
   */
  static List<String> read(LineBuffer lines, char delimiter, int quote) throws IOException {
    List<String> names = new ArrayList<>();
    try (RecordReader reader = new RecordReader(lines, delimiter, quote, RecordReader.ANY_NUMBER)) {
      if (!reader.next()) {
        return names;
      }
      if (reader.problem() != null) {
        throw new UserError("its header " + reader.problem());
      }
      TextFields fields = reader.fields();
      for (int i = 0; i < fields.count(); i++) {
        String name =
            new String(
                    fields.bytes(),
                    fields.start(i),
                    fields.end(i) - fields.start(i),
                    StandardCharsets.UTF_8)
                .strip();
        names.add(name.isEmpty() ? "column " + (i + 1) : name);
      }
    }
    return names;
  }

  /**
   * The place in the file of each of a table's columns: by name, or by name in another case.
   *
   * @throws UserError when a column is missing, or two of the file have its name
   */
  static int[] places(List<String> wanted, List<String> names) {
    for (String name : wanted) {
      if (names.indexOf(name.strip()) != names.lastIndexOf(name.strip())) {
        throw new UserError("its header names the column '%s' twice".formatted(name.strip()));
      }
    }
    return wanted.stream().mapToInt(column -> place(column, names)).toArray();
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

  private static int place(String column, List<String> names) {
    int exact = names.indexOf(column.strip());
    if (exact >= 0) {
      return exact;
    }
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(column.strip())) {
        if (found >= 0) {
          throw missing(column, names);
        }
        found = i;
      }
    }
    if (found < 0) {
      throw missing(column, names);
    }
    return found;
  }

  private static UserError missing(String column, List<String> names) {
    return new UserError(
        "its header has no column '%s' (it has: %s)".formatted(column, String.join(", ", names)));
  }
}
