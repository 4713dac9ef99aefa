package tributary.input.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds files in which an order's total and its payments are lines beside those of its goods: one
 * type of line adds up to what another type says.
 */
final class Levels {
  private static final int MOST_TYPES = 8;
  private static final double NEARLY_ALL = 0.95;

  private final Mapping mapping;
  private final Traits traits;

  Levels(Mapping mapping, Traits traits) {
    this.mapping = mapping;
    this.traits = traits;
  }

  /**
   * What is said twice.
   *
   * @param column of the types of lines
   * @param kept the type of lines of goods
   * @param repeated the other types, in lower case
   */
  record Found(Column column, String kept, List<String> repeated) {}

  Optional<Found> find() {
    Optional<Column> transaction = mapping.of(Role.TRANSACTION);
    Optional<Column> amount = mapping.of(Role.AMOUNT);
    if (transaction.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    return mapping.types().stream()
        .filter(type -> type.distinct() > 1 && type.distinct() <= MOST_TYPES)
        .map(type -> find(type, transaction.get(), traits.numbers(amount.get())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Found> find(Column type, Column transaction, double[] amounts) {
    Map<String, Double> filled = shareWithProducts(type);
    String kept =
        filled.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow();
    List<List<Integer>> orders = Groups.by(transaction).several();
    List<String> repeated =
        filled.keySet().stream()
            .filter(other -> !other.equals(kept) && filled.get(other) < filled.get(kept) / 2)
            .filter(other -> saysTheSame(type, kept, other, orders, amounts))
            .map(other -> other.toLowerCase(Locale.ROOT))
            .sorted()
            .toList();
    return repeated.isEmpty() ? Optional.empty() : Optional.of(new Found(type, kept, repeated));
  }

  private Map<String, Double> shareWithProducts(Column type) {
    Optional<Column> product = mapping.of(Role.PRODUCT).or(() -> mapping.of(Role.NAME));
    Map<String, Double> filled = new HashMap<>();
    for (int row = 0; row < type.rows(); row++) {
      int at = row;
      boolean hasProduct = product.filter(column -> !column.value(at).isEmpty()).isPresent();
      if (!type.value(row).isEmpty()) {
        filled.merge(type.value(row), hasProduct ? 1.0 / count(type, row) : 0, Double::sum);
      }
    }
    return filled;
  }

  private static int count(Column type, int row) {
    return type.counts().get(type.value(row));
  }

  private static boolean saysTheSame(
      Column type, String kept, String other, List<List<Integer>> orders, double[] amounts) {
    int both = 0;
    int same = 0;
    for (List<Integer> order : orders) {
      double one = sum(order, type, kept, amounts);
      double two = sum(order, type, other, amounts);
      if (!Double.isNaN(one) && !Double.isNaN(two)) {
        both++;
        same += Sums.agree(one, two) ? 1 : 0;
      }
    }
    return both >= 3 && same >= both * NEARLY_ALL;
  }

  /** Of one type; not a number where there is none. */
  private static double sum(List<Integer> order, Column type, String wanted, double[] amounts) {
    return order.stream()
        .filter(row -> type.value(row).equals(wanted) && !Double.isNaN(amounts[row]))
        .map(row -> amounts[row])
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }
}
