package tributary.input;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tributary.config.UserError;
import tributary.input.InspectedFile.Kind;

/**
 * What a text's header tells.
 *
 * @param delimiter between two columns
 * @param names of the columns, trimmed
 * @param line the number of the header's line
 * @param lines how many lines stand before the first record
 */
record Heading(char delimiter, List<String> names, long line, long lines) {
  Heading {
    names = List.copyOf(names);
  }

  /**
   * Reads the header with each delimiter that the table allows: the first that gives all columns of
   * the table, else the one that gives most, for the message that some are missing.
   *
   * @throws UserError when no delimiter splits it
   */
  static Heading find(FileTable table, InputFile file, Kind kind, Charset charset)
      throws IOException {
    FileTableOptions options = table.options();
    if (!options.namesColumns()) {
      return unnamed(table, file, kind, charset);
    }
    List<Heading> found = new ArrayList<>();
    List<UserError> failures = new ArrayList<>();
    for (char delimiter : delimiters(options, file, kind, charset).toCharArray()) {
      try {
        found.add(read(options, file, kind, charset, delimiter));
      } catch (UserError e) {
        failures.add(e);
      }
    }
    return found.stream()
        .filter(heading -> Header.fits(table.columns(), heading.namesWithDirectories(file)))
        .findFirst()
        .or(() -> longest(found))
        .orElseThrow(() -> failures.get(0));
  }

  /** Of JSON Lines, which have no header: the keys of all lines. */
  static Heading ofJson(InputFile file, Kind kind, Charset charset, boolean isOpen)
      throws IOException {
    try (LineBuffer lines =
        JsonRecord.lines(TextStreams.utf8(FileBeginning.open(file, kind), charset), 1)) {
      return new Heading(',', JsonKeys.read(lines, isOpen), 0, 0);
    }
  }

  private List<String> namesWithDirectories(InputFile file) {
    return DirectoryColumn.names(names, DirectoryColumn.of(file.place(), names));
  }

  /** Without a header, what a directory is named after is not expected in the file. */
  private static List<String> withoutDirectories(FileTable table, InputFile file) {
    List<String> names = new ArrayList<>(table.columns());
    DirectoryColumn.of(file.place(), List.of())
        .forEach(column -> names.removeIf(column.name()::equalsIgnoreCase));
    return names;
  }

  private static Optional<Heading> longest(List<Heading> found) {
    Heading longest = null;
    for (Heading heading : found) {
      if (longest == null || heading.names().size() > longest.names().size()) {
        longest = heading;
      }
    }
    return Optional.ofNullable(longest);
  }

  /** Of a text whose columns are found by their places. */
  private static Heading unnamed(FileTable table, InputFile file, Kind kind, Charset charset)
      throws IOException {
    FileTableOptions options = table.options();
    char delimiter = delimiters(options, file, kind, charset).charAt(0);
    TextDialect dialect = options.dialect(delimiter);
    try (LineBuffer lines = open(file, kind, charset, dialect)) {
      Header.skip(lines, options, dialect);
      return new Heading(delimiter, table.columns(), lines.line(), lines.line());
    }
  }

  /** What may be the delimiter: what the text itself says, else what the table allows. */
  private static String delimiters(
      FileTableOptions options, InputFile file, Kind kind, Charset charset) throws IOException {
    try (LineBuffer lines = open(file, kind, charset, options.dialect(','))) {
      OptionalInt said = Header.skipBefore(lines, options);
      return said.isPresent() ? String.valueOf((char) said.getAsInt()) : options.delimiters();
    }
  }

  private static Heading read(
      FileTableOptions options, InputFile file, Kind kind, Charset charset, char delimiter)
      throws IOException {
    TextDialect dialect = options.dialect(delimiter);
    try (LineBuffer lines = open(file, kind, charset, dialect)) {
      Header.skipBefore(lines, options);
      long line = lines.line() + 1;
      List<String> names = Header.read(lines, dialect);
      return new Heading(delimiter, names, line, lines.line());
    }
  }

  private static LineBuffer open(InputFile file, Kind kind, Charset charset, TextDialect dialect)
      throws IOException {
    return dialect.lines(TextStreams.utf8(FileBeginning.open(file, kind), charset), 1);
  }
}
