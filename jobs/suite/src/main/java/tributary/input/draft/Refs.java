package tributary.input.draft;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a draft names the columns of files, those included that say in an order's first row alone
 * what is true of all of them.
 */
final class Refs {
  private static final List<Role> OF_ORDERS =
      List.of(
          Role.DATE, Role.TIME, Role.CUSTOMER, Role.CURRENCY, Role.COUNTRY, Role.STORE, Role.TILL);

  private final Map<Column, String> spread = new LinkedHashMap<>();

  /**
   * @param isOneReceipt whether a number alone names a receipt or order
   */
  Refs(Mapping mapping, Traits traits, boolean isOneReceipt) {
    Stream.concat(
            Arrays.stream(Role.values()).flatMap(role -> mapping.of(role).stream()),
            mapping.types().stream())
        .filter(Column::isHeading)
        .forEach(column -> spread.put(column, alias(column)));
    mapping
        .of(Role.TRANSACTION)
        .filter(transaction -> isOneReceipt && !transaction.isHeading())
        .ifPresent(
            transaction ->
                Stream.concat(
                        OF_ORDERS.stream().flatMap(role -> mapping.of(role).stream()),
                        mapping.types().stream()
                            .filter(
                                type ->
                                    traits.vocabulary().mentions("state", type.name())
                                        || Kinds.isMark(traits, type)))
                    .filter(column -> isInOneRow(column, transaction))
                    .forEach(column -> spread.put(column, alias(column))));
  }

  private static String alias(Column column) {
    String name = Vocabulary.normal(column.name()).replaceAll("[^a-z0-9]+", "_");
    return name.isEmpty() ? "order_column_" + (column.place() + 1) : "order_" + name;
  }

  private static boolean isInOneRow(Column column, Column transaction) {
    Groups groups = Groups.by(transaction);
    List<List<Integer>> partly =
        groups.several().stream()
            .filter(rows -> rows.stream().anyMatch(row -> column.value(row).isEmpty()))
            .filter(rows -> rows.stream().anyMatch(row -> !column.value(row).isEmpty()))
            .toList();
    long one =
        partly.stream().filter(rows -> Groups.values(rows, column::value).size() == 1).count();
    return one > 0 && partly.size() * 2 > groups.several().size() && one * 10 > partly.size() * 9;
  }

  /** The columns that are spread over their order, and what they are called then. */
  Map<Column, String> spread() {
    return spread;
  }

  String of(Column column) {
    if (spread.containsKey(column)) {
      return quoted(spread.get(column));
    }
    return column.dash().isPresent() ? cleanOfFile(column) : ofFile(column);
  }

  String clean(Column column) {
    return spread.containsKey(column) ? of(column) : cleanOfFile(column);
  }

  /** As the file has it, trimmed, and null where it has nothing or a dash for it. */
  static String cleanOfFile(Column column) {
    String clean = "CLEAN_TEXT(%s)".formatted(ofFile(column));
    return column
        .dash()
        .map(dash -> "NULLIF(%s, %s)".formatted(clean, literal(dash)))
        .orElse(clean);
  }

  /** Whether the number of an order stands in its first row alone. */
  static boolean isInFirstRows(Mapping mapping) {
    return mapping.of(Role.TRANSACTION).filter(Column::isHeading).isPresent();
  }

  /** As the file table declares it. */
  static String ofFile(Column column) {
    return quoted(column.name().equals("line") ? "LINE" : column.name());
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Whether an expression is one of these texts. */
  static String in(String expression, List<String> texts) {
    return texts.size() == 1
        ? "%s = %s".formatted(expression, literal(texts.get(0)))
        : "%s IN (%s)"
            .formatted(
                expression, texts.stream().map(Refs::literal).collect(Collectors.joining(", ")));
  }

  /** A CASE of these, and what it is otherwise; empty for null. */
  static String cases(List<String> whens, String otherwise) {
    return "CASE\n    %s%s\n  END"
        .formatted(
            String.join("\n    ", whens), otherwise.isEmpty() ? "" : "\n    ELSE " + otherwise);
  }
}
