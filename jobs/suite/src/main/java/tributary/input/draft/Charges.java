package tributary.input.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** Tells amounts that are more or less than goods: with taxes and shipping, or after fees. */
final class Charges {
  private static final double NEARLY_ALL = 0.95;
  private static final List<Role> OF_LINES = List.of(Role.AMOUNT, Role.PRICE, Role.QUANTITY);

  private final List<Column> columns;
  private final Traits traits;

  Charges(List<Column> columns, Traits traits) {
    this.columns = columns;
    this.traits = traits;
  }

  /** Whether a column may hold what is left after the fees that others of the file hold. */
  boolean isAfterFees(Column amount) {
    return isCalledSo(amount)
        && columns.stream().anyMatch(this::isOfFees)
        && columns.stream()
            .anyMatch(
                other ->
                    traits.isNumber(other)
                        && traits.isNamed(Role.AMOUNT, other)
                        && !isCalledSo(other)
                        && !traits.isZero(other)
                        && other.filledShare() > 0.5);
  }

  private boolean isCalledSo(Column amount) {
    return traits.vocabulary().is("after charges", amount.name());
  }

  private boolean isOfFees(Column column) {
    return traits.isNumber(column)
        && !traits.isZero(column)
        && traits.vocabulary().mentionsEnd("charge", column.name());
  }

  /**
   * Whether discounts are still to be taken off an amount: quantity x price is the amount, or
   * another column is what is left of it, with or without taxes and the like; and no other column
   * is what the amount or the price was before.
   */
  boolean isBeforeDiscount(Mapping mapping, Column amount, Column discount) {
    double[] amounts = traits.numbers(amount);
    double[] discounts = traits.numbers(discount);
    if (mapping.has(Role.PRICE) && mapping.has(Role.QUANTITY)) {
      double[] prices = traits.numbers(mapping.of(Role.PRICE).orElseThrow());
      double[] quantities = traits.numbers(mapping.of(Role.QUANTITY).orElseThrow());
      return holds(discounts, row -> Sums.agree(prices[row] * quantities[row], amounts[row]))
          && !isPriceAfterDiscount(mapping, discount)
          && others(mapping, discount)
              .noneMatch(
                  before ->
                      isLess(before, row -> 1, amounts, discounts)
                          || isLess(before, row -> quantities[row], amounts, discounts));
    }
    return columns.stream()
        .filter(left -> left != amount && left != discount && traits.isNumber(left))
        .anyMatch(left -> isLeft(amounts, discounts, traits.numbers(left)));
  }

  /** Whether a price is what another column is less the discount: a list price, for one. */
  boolean isPriceAfterDiscount(Mapping mapping, Column discount) {
    double[] discounts = traits.numbers(discount);
    double[] prices = traits.numbers(mapping.of(Role.PRICE).orElseThrow());
    return others(mapping, discount)
        .anyMatch(before -> isLess(before, row -> 1, prices, discounts));
  }

  private Stream<Column> others(Mapping mapping, Column discount) {
    return columns.stream()
        .filter(column -> column != discount && traits.isNumber(column))
        .filter(column -> !mapping.isAny(column, OF_LINES));
  }

  private boolean isLess(
      Column before, IntToDoubleFunction times, double[] after, double[] discounts) {
    double[] worths = traits.numbers(before);
    return Arrays.stream(Discounts.values())
        .anyMatch(
            reading ->
                holds(
                    discounts,
                    row ->
                        reading.explains(
                            worths[row] * times.applyAsDouble(row), discounts[row], after[row])));
  }

  private boolean isLeft(double[] amounts, double[] discounts, double[] left) {
    List<double[]> beside = new ArrayList<>(List.of(new double[amounts.length]));
    columns.stream()
        .filter(column -> traits.isNumber(column) && !traits.isZero(column))
        .filter(column -> traits.vocabulary().mentionsEnd("beside", column.name()))
        .forEach(column -> beside.add(traits.numbers(column)));
    return beside.stream()
        .anyMatch(
            more ->
                holds(
                    discounts,
                    row ->
                        Math.abs(
                                Math.abs(left[row])
                                    - Math.abs(amounts[row])
                                    + Math.abs(discounts[row])
                                    - Math.abs(more[row]))
                            < 0.0101));
  }

  /** Whether it is so in nearly all lines that have a discount, of which there are some. */
  private static boolean holds(double[] discounts, IntPredicate isSo) {
    int known = 0;
    int held = 0;
    for (int row = 0; row < discounts.length; row++) {
      if (Math.abs(discounts[row]) > 0) {
        known++;
        held += isSo.test(row) ? 1 : 0;
      }
    }
    return known > 0 && held >= known * NEARLY_ALL;
  }

  /** The columns of taxes, shipping and the like by which an amount is more than its goods. */
  List<Column> within(Column quantity, Column price, Column amount) {
    List<Column> beside =
        columns.stream()
            .filter(column -> column != quantity && column != price && column != amount)
            .filter(column -> traits.isNumber(column) && !traits.isZero(column))
            .filter(column -> traits.vocabulary().mentionsEnd("beside", column.name()))
            .toList();
    List<List<Column>> possible = new ArrayList<>();
    beside.forEach(column -> possible.add(List.of(column)));
    if (beside.size() > 1) {
      possible.add(beside);
    }
    return possible.stream()
        .filter(some -> isSum(quantity, price, amount, some))
        .findFirst()
        .orElse(List.of());
  }

  private boolean isSum(Column quantity, Column price, Column amount, List<Column> beside) {
    double[] quantities = traits.numbers(quantity);
    double[] prices = traits.numbers(price);
    double[] amounts = traits.numbers(amount);
    int known = 0;
    int explained = 0;
    for (int row = 0; row < amounts.length; row++) {
      double more = Math.abs(amounts[row]) - Math.abs(quantities[row] * prices[row]);
      if (Double.isNaN(more)) {
        continue;
      }
      int at = row;
      double sum =
          beside.stream()
              .mapToDouble(column -> Math.abs(traits.numbers(column)[at]))
              .filter(number -> !Double.isNaN(number))
              .sum();
      known++;
      explained += Math.abs(more - sum) < 0.0101 ? 1 : 0;
    }
    return known > 0 && explained >= known * NEARLY_ALL;
  }
}
