package tributary.input.draft;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tributary.input.FileSamples;

/**
 * What was looked at: rows of files that all have the same columns.
 *
 * @param files the pattern on names that covers these files and no others
 * @param isText whether they are text, of which the layout matters
 * @param layout how they are written
 * @param names of the columns, in the files' order
 * @param columns those that can be used
 * @param rows how many were looked at
 * @param equalLines how many rows are like one before them
 * @param totals rows of totals or of nothing, which were not looked at
 * @param findings on the layout
 */
record Sheet(
    String files,
    boolean isText,
    Layout layout,
    List<String> names,
    List<Column> columns,
    int rows,
    int equalLines,
    List<List<String>> totals,
    List<Finding> findings) {
  private static final int ROWS_COMPARED = 5000;

  Sheet {
    requireNonNull(files, "files is null");
    requireNonNull(layout, "layout is null");
    names = List.copyOf(names);
    columns = List.copyOf(columns);
    totals = List.copyOf(totals);
    findings = List.copyOf(findings);
  }

  static Sheet of(String files, boolean isText, Layout.Found found) {
    List<String> tidy = found.names().stream().map(FileSamples::tidyName).toList();
    List<Finding> findings = new ArrayList<>(found.findings());
    List<Column> columns =
        IntStream.range(0, tidy.size())
            .filter(place -> Collections.frequency(tidy, tidy.get(place)) == 1)
            .mapToObj(place -> column(place, tidy.get(place), found.rows()))
            .toList();
    tidy.stream()
        .filter(name -> Collections.frequency(tidy, name) > 1)
        .distinct()
        .map(
            name ->
                new Finding(
                    "not used", name, Confidence.HIGH, "the header names it more than once"))
        .forEach(findings::add);
    return new Sheet(
        files,
        isText,
        found.layout(),
        tidy,
        columns,
        found.rows().size(),
        equalLines(found.rows()),
        found.totals(),
        findings);
  }

  private static int equalLines(List<List<String>> rows) {
    List<List<String>> first = rows.subList(0, Math.min(rows.size(), ROWS_COMPARED));
    return first.size() - new HashSet<>(first).size();
  }

  /**
   * Two coffees, or a line that came twice: no file says which.
   *
   * @param areUnits whether each line is of one piece
   */
  Optional<Finding> equalLinesFinding(boolean areUnits) {
    if (equalLines == 0) {
      return Optional.empty();
    }
    return Optional.of(
        areUnits
            ? new Finding(
                "equal lines",
                "%s, taken as sales of their own".formatted(equalLines),
                Confidence.MEDIUM,
                "each line is of one piece; leave 'equal-lines' out if they came twice")
            : new Finding(
                "equal lines",
                "%s, taken as duplicates".formatted(equalLines),
                Confidence.LOW,
                "if each is a sale of its own, add 'equal-lines' = 'real'"));
  }

  /** The same with other columns. */
  Sheet with(List<Column> others) {
    boolean isFilledDown = others.stream().anyMatch(Column::isHeading);
    int equal = isFilledDown ? equalLines(rowsOf(others)) : equalLines;
    return new Sheet(files, isText, layout, names, others, rows, equal, totals, findings);
  }

  /** The same without the findings on a subject. */
  Sheet without(String subject) {
    List<Finding> others =
        findings.stream().filter(finding -> !finding.subject().equals(subject)).toList();
    return new Sheet(files, isText, layout, names, columns, rows, equalLines, totals, others);
  }

  private static List<List<String>> rowsOf(List<Column> columns) {
    return IntStream.range(0, columns.get(0).rows())
        .mapToObj(row -> columns.stream().map(column -> column.value(row)).toList())
        .toList();
  }

  private static Column column(int place, String name, List<List<String>> rows) {
    return new Column(place, name, rows.stream().map(row -> row.get(place)).toList());
  }
}
