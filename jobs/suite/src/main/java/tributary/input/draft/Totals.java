package tributary.input.draft;

import java.util.List;

/** Finds lines of totals by the words with which they begin. */
final class Totals {
  private static final int MOST_TOTALS = 5;

  private final Vocabulary vocabulary;

  Totals(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Lines of totals, at the end and between others, say nothing of columns; they are rejects. */
  List<List<String>> leftOut(List<List<String>> rows, List<Finding> findings) {
    int end = rows.size();
    while (end > 1 && rows.size() - end < MOST_TOTALS && isTotals(rows.get(end - 1))) {
      end--;
    }
    List<List<String>> others =
        rows.subList(0, end).stream().filter(row -> !beginsAsTotals(row)).toList();
    boolean isPlausible = others.size() * 2 > rows.size();
    List<List<String>> kept = isPlausible ? others : rows.subList(0, end);
    if (kept.size() < rows.size()) {
      findings.add(
          new Finding(
              "totals",
              "%d line(s) of them or of nothing, which become rejects"
                  .formatted(rows.size() - kept.size()),
              Confidence.HIGH,
              "the last is '%s'"
                  .formatted(
                      LayoutFinder.shortened(
                          rows.stream()
                              .filter(row -> !kept.contains(row))
                              .map(row -> String.join(" ", row).strip())
                              .reduce("", (first, second) -> second)))));
    }
    return kept;
  }

  private boolean isTotals(List<String> row) {
    List<String> filled = row.stream().filter(field -> !field.isEmpty()).toList();
    return filled.isEmpty()
        || filled.size() * 2 <= row.size() && filled.stream().anyMatch(this::isOfTotals);
  }

  private boolean beginsAsTotals(List<String> row) {
    return isTotals(row)
        && row.stream().filter(field -> !field.isEmpty()).limit(1).allMatch(this::isOfTotals);
  }

  private boolean isOfTotals(String field) {
    return vocabulary.is("totals", field.replaceAll("[:=].*", ""))
        || vocabulary.is("totals", field.split("[ :=]")[0]);
  }
}
