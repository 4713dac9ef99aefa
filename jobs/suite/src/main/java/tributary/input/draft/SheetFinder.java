package tributary.input.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tributary.config.UserError;
import tributary.input.FileSamples.SheetRows;
import tributary.input.draft.Splitter.Split;

/** Finds the sheets of a book that hold sales, and the row of their header. */
final class SheetFinder {
  private final Vocabulary vocabulary;

  SheetFinder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A sheet as far as it is understood. */
  private record Seen(SheetRows sheet, HeaderRow header, List<Split> below, long known) {
    boolean isLike(Seen other) {
      return header.names().equals(other.header().names())
          && header.line() == other.header().line()
          && header.isThere() == other.header().isThere();
    }
  }

  /**
   * @param name of the book, for messages
   * @throws UserError when no sheet holds anything
   */
  Layout.Found find(String name, List<SheetRows> sheets) {
    List<Seen> all = sheets.stream().map(this::seen).toList();
    Seen best =
        all.stream()
            .filter(seen -> !seen.sheet().isHidden())
            .max(Comparator.comparingLong(seen -> (1 + seen.known()) * seen.below().size()))
            .orElseThrow(
                () ->
                    new UserError(
                        "Cannot draft a profile for %s: none of its sheets that can be seen holds anything"
                            .formatted(name)));
    List<Seen> wanted =
        all.stream().filter(seen -> !seen.sheet().isHidden() && seen.isLike(best)).toList();
    List<Finding> findings = new ArrayList<>();
    String pattern = pattern(wanted, all);
    if (!pattern.isEmpty()) {
      findings.add(sheetFinding(wanted, all, pattern));
    }
    findings.add(best.header().finding());
    List<List<String>> rows =
        wanted.stream().flatMap(seen -> seen.below().stream()).map(Split::fields).toList();
    Totals.Parted parted = new Totals(vocabulary).part(rows, findings);
    return new Layout.Found(
        Layout.ofSheets(best.header().line(), best.header().isThere(), pattern),
        best.header().names(),
        parted.kept(),
        parted.left(),
        findings);
  }

  private Seen seen(SheetRows sheet) {
    int columns = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
    List<Split> records =
        IntStream.range(0, sheet.rows().size())
            .mapToObj(row -> new Split(sheet.numbers().get(row) - 1, padded(sheet, row, columns)))
            .toList();
    HeaderRow header = HeaderRow.find(vocabulary, records, columns);
    return new Seen(sheet, header, header.below(records), header.known(vocabulary));
  }

  private static List<String> padded(SheetRows sheet, int row, int columns) {
    List<String> fields = new ArrayList<>(sheet.rows().get(row));
    while (fields.size() < columns) {
      fields.add("");
    }
    return fields;
  }

  /** Of the names of the wanted sheets alone; empty where all are wanted. */
  private static String pattern(List<Seen> wanted, List<Seen> all) {
    if (wanted.size() == all.size()) {
      return "";
    }
    if (wanted.size() == 1) {
      return escaped(name(wanted.get(0)));
    }
    String prefix =
        wanted.stream().map(SheetFinder::name).reduce(Sampling::commonPrefix).orElseThrow();
    boolean isOfThemAlone =
        !prefix.isEmpty()
            && all.stream().filter(seen -> name(seen).startsWith(prefix)).count() == wanted.size();
    return isOfThemAlone
        ? escaped(prefix) + "*"
        : wanted.stream()
            .map(seen -> escaped(name(seen)).replace(',', '?'))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String name(Seen seen) {
    return seen.sheet().name();
  }

  private static String escaped(String name) {
    return name.replaceAll("[*?\\[\\]{}\\\\]", "?");
  }

  private static Finding sheetFinding(List<Seen> wanted, List<Seen> all, String pattern) {
    String others =
        all.stream()
            .filter(seen -> !wanted.contains(seen))
            .map(SheetFinder::name)
            .collect(Collectors.joining(", "));
    return new Finding(
        "sheet",
        pattern,
        Confidence.MEDIUM,
        "most known columns and rows; left out: %s%s"
            .formatted(others, pattern.startsWith("{") ? "; add those of later books" : ""));
  }
}
