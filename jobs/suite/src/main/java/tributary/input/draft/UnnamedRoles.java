package tributary.input.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds by contents alone what no name tells: what goes with what in the rows. */
final class UnnamedRoles {
  private static final double NEARLY_ALL = 0.98;

  private final List<Column> columns;
  private final Traits traits;
  private final Mapping mapping;

  UnnamedRoles(List<Column> columns, Traits traits, Mapping mapping) {
    this.columns = columns;
    this.traits = traits;
    this.mapping = mapping;
  }

  /** A code that comes in runs of lines, each of one time, is a receipt's. */
  void takeTransaction() {
    if (!mapping.has(Role.DATE)) {
      return;
    }
    Column date = mapping.of(Role.DATE).orElseThrow();
    columns.stream()
        .filter(column -> !mapping.isTaken(column) && traits.isOfCodes(column))
        .filter(
            column -> column.distinct() * 20 > column.rows() && column.filledShare() > NEARLY_ALL)
        .filter(column -> isOfOneTime(column, date))
        .max(Comparator.comparingInt(Column::distinct))
        .ifPresent(
            column ->
                mapping.put(
                    Role.TRANSACTION,
                    column,
                    Confidence.LOW,
                    "its values come in runs of lines, each of one time"));
  }

  private static boolean isOfOneTime(Column column, Column date) {
    Groups groups = Groups.by(column);
    return groups.several().size() >= 2 && groups.shareConstant(date) > 0.9;
  }

  /** A product has one price; a customer buys at several times, and a receipt has one customer. */
  void takeProductAndCustomer() {
    if (isNamedFile()) {
      return;
    }
    Optional<Column> price = mapping.of(Role.PRICE).or(() -> mapping.of(Role.AMOUNT));
    if (!mapping.has(Role.PRODUCT) && price.isPresent()) {
      List<Column> products =
          free().stream()
              .filter(
                  column ->
                      column.distinct() > 1 && Groups.by(column).shareConstant(price.get()) > 0.8)
              .sorted(
                  Comparator.comparing((Column column) -> traits.isOfCodes(column) ? 0 : 1)
                      .thenComparing(Column::place))
              .toList();
      products.stream()
          .findFirst()
          .ifPresent(column -> put(Role.PRODUCT, column, "each of its values has one price"));
      products.stream()
          .skip(1)
          .filter(column -> !traits.isNumber(column))
          .findFirst()
          .ifPresent(column -> put(Role.NAME, column, "it goes with the product"));
    }
    mapping.of(Role.TRANSACTION).ifPresent(this::takeCustomer);
  }

  private void takeCustomer(Column transaction) {
    Groups receipts = Groups.by(transaction);
    if (!mapping.has(Role.CUSTOMER)) {
      free().stream()
          .filter(
              column ->
                  column.distinct() * 50 > column.rows()
                      && column.distinct() < transaction.distinct())
          .filter(column -> receipts.shareConstant(column) > NEARLY_ALL)
          .findFirst()
          .ifPresent(
              column ->
                  put(
                      Role.CUSTOMER,
                      column,
                      "it is one on each receipt, and comes back on others"));
    }
  }

  private List<Column> free() {
    return columns.stream()
        .filter(
            column ->
                !mapping.isTaken(column) && !traits.isTime(column) && column.filledShare() > 0.2)
        .toList();
  }

  private void put(Role role, Column column, String why) {
    mapping.put(role, column, Confidence.LOW, why);
  }

  private boolean isNamedFile() {
    return columns.stream().noneMatch(Column::isUnnamed);
  }
}
