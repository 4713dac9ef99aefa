package tributary.input.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what tells lines that belong to no order, such as monthly fees of a marketplace. */
final class Unnumbered {
  private static final double MOST = 0.3;

  private final Mapping mapping;
  private final Traits traits;

  Unnumbered(Mapping mapping, Traits traits) {
    this.mapping = mapping;
    this.traits = traits;
  }

  /** The type of the lines that have a time and an amount but no number; empty for no such. */
  Optional<Column> type() {
    Optional<Column> money = mapping.of(Role.AMOUNT).or(() -> mapping.of(Role.PRICE));
    Column number = mapping.of(Role.TRANSACTION).orElseThrow();
    Column date = mapping.of(Role.DATE).orElseThrow();
    if (money.isEmpty() || number.filledShare() < 1 - MOST) {
      return Optional.empty();
    }
    double[] amounts = traits.numbers(money.get());
    List<Integer> rows =
        IntStream.range(0, number.rows())
            .filter(row -> number.value(row).isEmpty() && !date.value(row).isEmpty())
            .filter(row -> !Double.isNaN(amounts[row]))
            .boxed()
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : mapping.types().stream()
            .filter(type -> rows.stream().noneMatch(row -> type.value(row).isEmpty()))
            .findFirst();
  }
}
