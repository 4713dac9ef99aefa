package tributary.input;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A column that a file's directories give to each of its lines, as Hive and Spark partition: those
 * next above the file that are named {@code column=value}, percent-encoded.
 *
 * @param text the value of all lines; null when it is blank, or Hive's or DuckDB's word for null
 */
record DirectoryColumn(String name, String text) implements Serializable {
  /** Null, as Hive and Spark, and as DuckDB write it. */
  private static final Set<String> NONE = Set.of("__HIVE_DEFAULT_PARTITION__", "NULL");

  DirectoryColumn {
    requireNonNull(name, "name is null");
  }

  /** Those of a file, the outermost first, without names that the file has itself, in any case. */
  static List<DirectoryColumn> of(Path file, List<String> ownColumns) {
    List<DirectoryColumn> columns = new ArrayList<>();
    Path directory = file.getParent();
    while (directory != null && directory.getFileName() != null) {
      String name = directory.getFileName().toString();
      int mark = name.indexOf('=');
      if (mark <= 0) {
        break;
      }
      columns.add(0, of(decoded(name.substring(0, mark)), decoded(name.substring(mark + 1))));
      directory = directory.getParent();
    }
    columns.removeIf(column -> ownColumns.stream().anyMatch(column.name::equalsIgnoreCase));
    return columns;
  }

  /** The names of a file's columns, its own and those of its directories after them. */
  static List<String> names(List<String> ownColumns, List<DirectoryColumn> directories) {
    List<String> names = new ArrayList<>(ownColumns);
    directories.forEach(column -> names.add(column.name()));
    return names;
  }

  private static DirectoryColumn of(String name, String text) {
    boolean isNone = NONE.contains(text) || text.isBlank();
    return new DirectoryColumn(name.strip(), isNone ? null : text.strip());
  }

  /** A plus is a plus here; what is no code stays as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
