package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds lines of totals by the words with which they begin. */
final class Totals {
  private static final int MOST_TOTALS = 5;

  private final Vocabulary vocabulary;

  /** Rows to learn of, and those of totals or of nothing. */
  record Parted(List<List<String>> kept, List<List<String>> left) {}

  Totals(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Lines of totals, at the end and between others, say nothing of columns; they are rejects. */
  Parted part(List<List<String>> rows, List<Finding> findings) {
    int end = rows.size();
    while (end > 1 && rows.size() - end < MOST_TOTALS && isTotals(rows.get(end - 1))) {
      end--;
    }
    List<List<String>> others = new ArrayList<>();
    List<List<String>> between = new ArrayList<>();
    rows.subList(0, end).forEach(row -> (beginsAsTotals(row) ? between : others).add(row));
    boolean isPlausible = others.size() * 2 > rows.size();
    List<List<String>> kept = isPlausible ? others : rows.subList(0, end);
    List<List<String>> left = new ArrayList<>(isPlausible ? between : List.of());
    left.addAll(rows.subList(end, rows.size()));
    if (!left.isEmpty()) {
      findings.add(
          new Finding(
              "totals",
              "%s line(s) of them or of nothing, which become rejects".formatted(left.size()),
              Confidence.HIGH,
              "the last is '%s'"
                  .formatted(
                      LayoutFinder.shortened(
                          String.join(" ", left.get(left.size() - 1)).strip()))));
    }
    return new Parted(kept, left);
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
    return !word(field).isEmpty();
  }

  /** The word, in lower case, by which a field is known to be of totals; empty for none. */
  String word(String field) {
    return Stream.of(field.replaceAll("[:=].*", ""), field.split("[ :=]", 2)[0])
        .map(String::strip)
        .filter(word -> vocabulary.is("totals", word))
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }
}
