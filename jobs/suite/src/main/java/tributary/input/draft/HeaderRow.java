package tributary.input.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tributary.input.draft.Splitter.Split;

/**
 * The row that names the columns, or where none does, the first row.
 *
 * @param place in the records looked at
 * @param line of the file, from 0
 * @param isThere whether it names the columns
 * @param names of the columns
 */
record HeaderRow(int place, int line, boolean isThere, List<String> names) {
  private static final int MOST_LINES_BEFORE = 40;
  private static final int KNOWN = 75;

  HeaderRow {
    names = List.copyOf(names);
  }

  static HeaderRow find(Vocabulary vocabulary, List<Split> records, int columns) {
    int place = start(records, columns);
    Split first = records.get(place);
    boolean isThere = isHeader(vocabulary, records, place, columns);
    return new HeaderRow(place, first.line(), isThere, names(isThere, first, columns));
  }

  /** The records that follow it, or begin with it where it names nothing. */
  List<Split> below(List<Split> records) {
    return records.subList(place + (isThere ? 1 : 0), records.size());
  }

  /** How many of the names are words that are known. */
  long known(Vocabulary vocabulary) {
    return names.stream().filter(name -> best(vocabulary, name) >= KNOWN).count();
  }

  Finding finding() {
    String before = line > 0 ? " after %s line(s)".formatted(line) : "";
    return isThere
        ? new Finding("header", "yes" + before, Confidence.HIGH, "names, unlike what is below them")
        : new Finding(
            "header",
            "none" + before,
            Confidence.MEDIUM,
            "the first full line holds values already");
  }

  /** The first record that has all columns, most of them filled. */
  private static int start(List<Split> records, int columns) {
    for (int i = 0; i < Math.min(records.size(), MOST_LINES_BEFORE); i++) {
      Split record = records.get(i);
      if (record.fields().size() == columns && record.filled() * 10 >= columns * 6) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Whether a record names the columns: nothing in it is a number or a date, its fields differ, and
   * either below it are numbers, or words are in it that are known.
   */
  private static boolean isHeader(
      Vocabulary vocabulary, List<Split> records, int place, int columns) {
    List<String> fields = records.get(place).fields();
    List<String> filled = fields.stream().filter(field -> !field.isEmpty()).toList();
    boolean isOfWords =
        filled.stream().noneMatch(HeaderRow::isValue)
            && new HashSet<>(filled).size() * 10 >= filled.size() * 8;
    if (!isOfWords) {
      return false;
    }
    long known = filled.stream().filter(field -> best(vocabulary, field) >= KNOWN).count();
    boolean isUnlikeRows =
        records.stream()
            .skip(place + 1L)
            .limit(20)
            .filter(record -> record.fields().size() == columns)
            .anyMatch(record -> record.fields().stream().anyMatch(HeaderRow::isValue));
    return isUnlikeRows || known >= 2;
  }

  private static int best(Vocabulary vocabulary, String name) {
    int best = 0;
    for (Role role : Role.values()) {
      best = Math.max(best, vocabulary.score(role, name));
    }
    return best;
  }

  private static boolean isValue(String field) {
    return field.matches("[(+-]?\\p{Sc}? ?[0-9][0-9.,' ]*[)-]?( ?\\p{Sc}| [A-Z]{3})?")
        || field.matches("[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}.*")
        || field.matches("[0-9]{1,2}:[0-9]{2}.*");
  }

  private static List<String> names(boolean hasHeader, Split first, int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String name = hasHeader ? first.fields().get(i) : "";
      names.add(name.isEmpty() ? (hasHeader ? "column " : "column_") + (i + 1) : name);
    }
    return names;
  }
}
