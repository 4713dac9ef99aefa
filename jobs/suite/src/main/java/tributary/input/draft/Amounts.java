package tributary.input.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Corrects what columns of money are called by what they hold. */
final class Amounts {
  private static final double HARDLY_ANY = 0.5;
  private static final int MOST_UNITS = 1000;

  private final List<Column> columns;
  private final Traits traits;
  private final Mapping mapping;
  private final Charges charges;

  Amounts(List<Column> columns, Traits traits, Mapping mapping, Charges charges) {
    this.columns = columns;
    this.traits = traits;
    this.mapping = mapping;
    this.charges = charges;
  }

  /**
   * @param agreement the share of lines in which quantity x price = amount
   */
  void correct(double agreement) {
    takeAmountForQuantity();
    takePriceForAmount();
    if (agreement < HARDLY_ANY) {
      dropAmountWithCharges();
    }
  }

  /** Small whole numbers beside prices are pieces, though they are called an amount. */
  private void takeAmountForQuantity() {
    Optional<Column> amount = mapping.of(Role.AMOUNT);
    Optional<Column> price = mapping.of(Role.PRICE);
    if (mapping.has(Role.QUANTITY) || amount.isEmpty() || price.isEmpty()) {
      return;
    }
    double[] amounts = traits.numbers(amount.get());
    double[] prices = traits.numbers(price.get());
    int known = 0;
    int less = 0;
    for (int row = 0; row < amounts.length; row++) {
      if (amounts[row] % 1 != 0 || Math.abs(amounts[row]) > MOST_UNITS) {
        return;
      }
      known++;
      less += Math.abs(amounts[row]) < Math.abs(prices[row]) ? 1 : 0;
    }
    if (less > known * HARDLY_ANY) {
      mapping.remove(Role.AMOUNT);
      mapping.put(
          Role.QUANTITY,
          amount.get(),
          Confidence.LOW,
          "called an amount, but it is of small whole numbers that are less than %s"
              .formatted(price.get().name()));
    }
  }

  /** A price that grows with the quantity is the amount of the line. */
  private void takePriceForAmount() {
    Optional<Column> price = mapping.of(Role.PRICE);
    Optional<Column> quantity = mapping.of(Role.QUANTITY);
    if (price.isEmpty() || quantity.isEmpty() || mapping.has(Role.AMOUNT)) {
      return;
    }
    if (growsWithQuantity(quantity.get(), price.get())) {
      mapping.remove(Role.PRICE);
      mapping.put(
          Role.AMOUNT,
          price.get(),
          Confidence.MEDIUM,
          "called a price, but it grows with the quantity of the same product");
    }
  }

  private boolean growsWithQuantity(Column quantity, Column price) {
    int asPrice = 0;
    int asAmount = 0;
    double[] quantities = traits.numbers(quantity);
    double[] prices = traits.numbers(price);
    for (List<Integer> group : products()) {
      int first = group.get(0);
      for (int row : group) {
        if (quantities[row] != quantities[first] && quantities[row] != 0) {
          asPrice += Sums.agree(prices[row], prices[first]) ? 1 : 0;
          asAmount += isSameEach(prices, quantities, row, first) ? 1 : 0;
        }
      }
    }
    return asAmount >= 3 && asAmount > 4 * asPrice;
  }

  private static boolean isSameEach(double[] prices, double[] quantities, int row, int first) {
    double each = Math.abs(prices[row] / quantities[row]);
    double other = Math.abs(prices[first] / quantities[first]);
    // An amount in whole coins is off by half of one.
    boolean isWhole = prices[row] % 1 == 0 && prices[first] % 1 == 0;
    return Sums.agree(each, other) || isWhole && Math.abs(each - other) <= 1;
  }

  private List<List<Integer>> products() {
    for (Role role : List.of(Role.PRODUCT, Role.NAME, Role.CATEGORY)) {
      Optional<Column> found =
          columns.stream()
              .filter(column -> !mapping.isTaken(column) && traits.isNamed(role, column))
              .filter(column -> column.distinct() > 1 && !traits.isTime(column))
              .findFirst();
      if (found.isPresent()) {
        return Groups.by(found.get()).several();
      }
    }
    return List.of();
  }

  /** An amount that is more than quantity x price by taxes or shipping is not of goods alone. */
  private void dropAmountWithCharges() {
    Optional<Column> amount = mapping.of(Role.AMOUNT);
    Optional<Column> price = mapping.of(Role.PRICE);
    Optional<Column> quantity = mapping.of(Role.QUANTITY);
    if (amount.isEmpty() || price.isEmpty() || quantity.isEmpty()) {
      return;
    }
    List<Column> within = charges.within(quantity.get(), price.get(), amount.get());
    if (!within.isEmpty()) {
      mapping.remove(Role.AMOUNT);
      mapping.leaveOut(
          amount.get(),
          "it is quantity x price and "
              + within.stream().map(Column::name).collect(Collectors.joining(", "))
              + "; goods alone are taken");
    }
  }
}
