package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether receipt numbers start again, and what beside them makes a transaction one. */
final class Receipts {
  private static final double MOST_MIXED = 0.01;
  private static final List<List<Role>> PARTS =
      List.of(
          List.of(),
          List.of(Role.DATE),
          List.of(Role.STORE),
          List.of(Role.TILL),
          List.of(Role.STORE, Role.DATE),
          List.of(Role.TILL, Role.DATE),
          List.of(Role.STORE, Role.TILL),
          List.of(Role.STORE, Role.TILL, Role.DATE));

  private final Mapping mapping;
  private final Traits traits;
  private final List<String> days;

  Receipts(Mapping mapping, Traits traits) {
    this.mapping = mapping;
    this.traits = traits;
    this.days = mapping.of(Role.DATE).map(this::days).orElse(List.of());
  }

  /**
   * What makes a transaction's id.
   *
   * @param parts beside the number, in this order
   */
  record Made(List<Role> parts, Confidence confidence, String evidence) {}

  Made find() {
    Column number = mapping.of(Role.TRANSACTION).orElseThrow();
    List<List<Role>> possible =
        PARTS.stream().filter(parts -> parts.stream().allMatch(mapping::has)).toList();
    List<Role> best = List.of();
    double least = 2;
    for (List<Role> parts : possible) {
      double mixed = mixed(number, parts);
      if (mixed < least && (least > MOST_MIXED)) {
        best = parts;
        least = mixed;
      }
    }
    double alone = mixed(number, List.of());
    if (best.isEmpty()) {
      boolean isDoubtful = alone > MOST_MIXED;
      return new Made(
          best,
          isDoubtful ? Confidence.LOW : Confidence.HIGH,
          isDoubtful
              ? String.format(
                  Locale.ROOT,
                  "%.0f %% of its numbers are of several days, stores or customers, and nothing beside them tells these apart",
                  alone * 100)
              : "each is of one day, store and customer");
    }
    return new Made(
        best,
        least > MOST_MIXED ? Confidence.LOW : Confidence.MEDIUM,
        String.format(
            Locale.ROOT,
            "the numbers start again: %.0f %% are of several days, stores, tills or customers; with %s %.0f %% are",
            alone * 100,
            words(best),
            least * 100));
  }

  /** Whether a number alone names a receipt or order. */
  static boolean areNumberedOnce(Mapping mapping, Traits traits) {
    return mapping.has(Role.TRANSACTION) && new Receipts(mapping, traits).find().parts().isEmpty();
  }

  static String words(List<Role> parts) {
    return parts.stream()
        .map(role -> role == Role.DATE ? "the day" : "the " + role.key())
        .collect(Collectors.joining(" and "));
  }

  /** The share of ids made so that are of several days, stores, tills or customers. */
  private double mixed(Column number, List<Role> parts) {
    Groups groups = Groups.by(number.rows(), row -> key(number, parts, row), isSold());
    List<Column> constant =
        Stream.of(Role.STORE, Role.TILL, Role.CUSTOMER)
            .flatMap(role -> mapping.of(role).stream())
            .toList();
    long most = days.isEmpty() ? 0 : groups.mixed(days::get);
    for (Column column : constant) {
      most = Math.max(most, groups.mixed(column::value));
    }
    return groups.count() == 0 ? 0 : (double) most / groups.count();
  }

  private String key(Column number, List<Role> parts, int row) {
    if (number.value(row).isEmpty()) {
      return "";
    }
    List<String> values = new ArrayList<>(List.of(number.value(row)));
    for (Role part : parts) {
      values.add(part == Role.DATE ? days.get(row) : mapping.of(part).orElseThrow().value(row));
    }
    return String.join("\u0000", values);
  }

  /** What comes back, comes back on another day. */
  private IntPredicate isSold() {
    Optional<double[]> figures =
        mapping.of(Role.AMOUNT).or(() -> mapping.of(Role.QUANTITY)).map(traits::numbers);
    Optional<double[]> quantities = mapping.of(Role.QUANTITY).map(traits::numbers);
    return row ->
        figures.map(numbers -> !(numbers[row] < 0)).orElse(true)
            && quantities.map(numbers -> !(numbers[row] < 0)).orElse(true);
  }

  private List<String> days(Column date) {
    List<String> patterns = traits.dates(date).orElseThrow().patterns();
    return date.values().stream()
        .map(
            text ->
                patterns.stream()
                    .map(pattern -> traits.readings().time(text, pattern))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(time -> time.substring(0, 10))
                    .orElse(""))
        .toList();
  }
}
