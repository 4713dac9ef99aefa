package tributary.input.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells files of customers from those of sales, and finds which of their columns is what. */
final class CustomerRoles {
  private static final double NEARLY_ALL = 0.95;
  private static final int LIKELY = 65;

  private final List<Column> columns;
  private final Traits traits;

  CustomerRoles(List<Column> columns, Traits traits) {
    this.columns = columns;
    this.traits = traits;
  }

  /**
   * Empty unless each row is of another customer, something is said of them, and no sales are.
   *
   * @param sales what the columns are, taken for those of sales
   */
  Optional<Mapping> find(Mapping sales) {
    boolean hasSales = sales.has(Role.DATE) && (sales.has(Role.AMOUNT) || sales.has(Role.PRICE));
    boolean hasGoods = sales.has(Role.PRODUCT) || sales.has(Role.NAME) || sales.has(Role.QUANTITY);
    Mapping mapping = new Mapping();
    take(mapping, Role.CUSTOMER, this::isOfOneEach);
    if (!mapping.has(Role.CUSTOMER) && !hasSales) {
      columns.stream()
          .filter(column -> traits.vocabulary().is("transaction", column.name()))
          .filter(column -> traits.vocabulary().is("bare id", column.name()))
          .filter(this::isOfOneEach)
          .findFirst()
          .ifPresent(
              column -> mapping.put(Role.CUSTOMER, column, Confidence.LOW, "one in each row"));
    }
    if (!mapping.has(Role.CUSTOMER) || hasSales && (hasGoods || hasOrders(sales, mapping))) {
      return Optional.empty();
    }
    boolean isSaid = false;
    for (Role role : Role.values()) {
      if (role.isOfCustomers()) {
        take(mapping, role, column -> traits.vocabulary().mentions(role.key(), column.name()));
        isSaid |= mapping.has(role);
      }
    }
    take(mapping, Role.COUNTRY, column -> true);
    boolean isOfCustomers =
        isSaid || mapping.has(Role.COUNTRY) && !hasSales && !sales.has(Role.DATE);
    return isOfCustomers ? Optional.of(mapping) : Optional.empty();
  }

  private boolean hasOrders(Mapping sales, Mapping customers) {
    return sales
        .of(Role.TRANSACTION)
        .filter(order -> customers.of(Role.CUSTOMER).filter(order::equals).isEmpty())
        .filter(order -> traits.score(Role.TRANSACTION, order) >= LIKELY)
        .filter(order -> order.distinct() * 2 > order.rows())
        .isPresent();
  }

  private boolean isOfOneEach(Column column) {
    return !traits.isTime(column)
        && column.rows() > 1
        && column.distinct() >= column.rows() * NEARLY_ALL;
  }

  private void take(Mapping mapping, Role role, Predicate<Column> fits) {
    columns.stream()
        .filter(column -> !mapping.isTaken(column) && column.filled() > 0)
        .filter(column -> traits.isNamed(role, column) && fits.test(column))
        .max(Comparator.comparingInt((Column column) -> traits.score(role, column)))
        .ifPresent(
            column ->
                mapping.put(
                    role,
                    column,
                    RoleFinder.sure(traits.score(role, column), false),
                    "by its name"));
  }
}
