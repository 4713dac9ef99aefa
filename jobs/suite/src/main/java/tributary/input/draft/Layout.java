package tributary.input.draft;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a text is written.
 *
 * @param delimiter between two columns
 * @param quote the quote character, or -1 for none
 * @param encodings as the profile's option names them
 * @param skippedLines lines before the header, or before the first row
 * @param hasHeader whether a line names the columns
 * @param lastLineIsOpen whether the last line lacks its line break
 * @param hasEscapes whether a backslash keeps characters from their meaning
 * @param sheet the pattern of the sheets of a book that are read, empty for all
 */
record Layout(
    char delimiter,
    int quote,
    String encodings,
    int skippedLines,
    boolean hasHeader,
    boolean lastLineIsOpen,
    boolean hasEscapes,
    String sheet) {
  Layout {
    requireNonNull(encodings, "encodings is null");
  }

  /** The same for files that name their columns by themselves, such as Parquet. */
  static Layout ofRows() {
    return ofSheets(0, true, "");
  }

  /** The same for the sheets of a book. */
  static Layout ofSheets(int skippedRows, boolean hasHeader, String sheet) {
    return new Layout(',', '"', "utf-8", skippedRows, hasHeader, false, false, sheet);
  }

  /**
   * What is found of one file.
   *
   * @param rows that hold lines
   * @param totals rows of totals or of nothing, between them and below
   */
  record Found(
      Layout layout,
      List<String> names,
      List<List<String>> rows,
      List<List<String>> totals,
      List<Finding> findings) {
    Found {
      names = List.copyOf(names);
      rows = List.copyOf(rows);
      totals = List.copyOf(totals);
      findings = List.copyOf(findings);
    }
  }
}
