package tributary.input;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tributary.config.UserError;
import tributary.input.InspectedFile.Kind;

/**
 * What a text's header tells.
 *
 * @param delimiter between two columns
 * @param names of the columns, trimmed
 */
record Heading(char delimiter, List<String> names) {
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
    if (!options.hasHeader()) {
      return new Heading(options.delimiters().charAt(0), withoutDirectories(table, file));
    }
    List<Heading> found = new ArrayList<>();
    List<UserError> failures = new ArrayList<>();
    for (char delimiter : options.delimiters().toCharArray()) {
      try {
        found.add(new Heading(delimiter, read(options, file, kind, charset, delimiter)));
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

  private List<String> namesWithDirectories(InputFile file) {
    return DirectoryColumn.names(names, DirectoryColumn.of(file.path(), names));
  }

  /** Without a header, what a directory is named after is not expected in the file. */
  private static List<String> withoutDirectories(FileTable table, InputFile file) {
    List<String> names = new ArrayList<>(table.columns());
    DirectoryColumn.of(file.path(), List.of())
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

  private static List<String> read(
      FileTableOptions options, InputFile file, Kind kind, Charset charset, char delimiter)
      throws IOException {
    try (LineBuffer lines =
        new LineBuffer(
            TextStreams.utf8(FileBeginning.open(file, kind), charset), options.quote(), 1)) {
      for (int skipped = 0; skipped < options.skipLines(); skipped++) {
        lines.next();
      }
      return Header.read(lines, delimiter, options.quote());
    }
  }
}
