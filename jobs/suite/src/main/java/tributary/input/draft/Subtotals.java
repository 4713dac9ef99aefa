package tributary.input.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds rows of totals that would be taken for lines of the order above them, because only its
 * first row has a number or a time: these count 0.
 */
final class Subtotals {
  /** Beside the word itself: its figure or the number or day of what it sums up, but no name. */
  private static final String MORE = "( *[:=].*| .*[0-9].*)?";

  private final Sheet sheet;
  private final Mapping mapping;
  private final Refs refs;
  private final Totals totals;
  private final Map<Column, TreeSet<String>> words = new LinkedHashMap<>();
  private int found;
  private int others;

  Subtotals(Sheet sheet, Mapping mapping, Traits traits, Refs refs) {
    this.sheet = sheet;
    this.mapping = mapping;
    this.refs = refs;
    this.totals = new Totals(traits.vocabulary());
    above().ifPresent(this::find);
  }

  /** The column in which rows below the first of an order have nothing. */
  private Optional<Column> above() {
    return mapping
        .of(Role.TRANSACTION)
        .filter(Column::isHeading)
        .or(() -> mapping.of(Role.DATE).filter(refs.spread()::containsKey));
  }

  private void find(Column above) {
    for (List<String> row : sheet.totals()) {
      boolean isBelow = row.get(above.place()).isEmpty();
      boolean isFound =
          isBelow
              && sheet.columns().stream()
                  .filter(column -> !totals.word(row.get(column.place())).isEmpty())
                  .findFirst()
                  .filter(column -> add(column, row.get(column.place())))
                  .isPresent();
      found += isFound ? 1 : 0;
      others += isFound ? 0 : 1;
    }
    for (Role role : List.of(Role.PRODUCT, Role.NAME)) {
      mapping.of(role).ifPresent(column -> findInOrders(above, column));
    }
  }

  /** Rows that repeat the number of their order, but hold little more than the word. */
  private void findInOrders(Column above, Column column) {
    for (int row = 0; row < column.rows(); row++) {
      String value = column.value(row);
      boolean isWord = !value.isEmpty() && totals.word(value).equalsIgnoreCase(value);
      if (isWord && above.value(row).isEmpty() && isMostlyEmpty(row)) {
        add(column, value);
        found++;
      }
    }
  }

  private boolean isMostlyEmpty(int row) {
    List<Column> columns = sheet.columns();
    long filled = columns.stream().filter(column -> !column.value(row).isEmpty()).count();
    return filled * 2 <= columns.size();
  }

  private boolean add(Column column, String text) {
    String word = totals.word(text);
    boolean isOfTotals = Pattern.matches("(?iu)" + Pattern.quote(word) + MORE, text);
    if (isOfTotals) {
      words.computeIfAbsent(column, any -> new TreeSet<>()).add(word);
    }
    return isOfTotals;
  }

  /** Conditions of such rows. */
  List<String> conditions() {
    return words.entrySet().stream()
        .map(
            entry ->
                "%s IS NULL\n      AND REGEXP(LOWER(%s), %s)"
                    .formatted(
                        Refs.cleanOfFile(above().orElseThrow()),
                        Refs.cleanOfFile(entry.getKey()),
                        Refs.literal("^(%s)%s$".formatted(anyOf(entry.getValue()), MORE))))
        .toList();
  }

  private static String anyOf(TreeSet<String> words) {
    return words.stream()
        .map(word -> word.replaceAll("[^\\p{L}\\p{N} ]", "."))
        .collect(Collectors.joining("|"));
  }

  /** What was found of the layout, without that such rows were rejects. */
  Sheet told() {
    return words.isEmpty() ? sheet : sheet.without("totals");
  }

  Optional<Finding> finding() {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "totals",
            words.entrySet().stream()
                .map(entry -> entry.getKey().name() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; ")),
            Confidence.MEDIUM,
            "they would be lines of the order above them: these %s row(s) count 0%s"
                .formatted(
                    found,
                    others > 0
                        ? "; %s more, of totals or of nothing, are read as lines".formatted(others)
                        : "")));
  }
}
