package tributary.input.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds quantity, price and amount: by their names, and by quantity x price = amount. */
final class Sums {
  private static final int MOST_ROWS = 3000;
  private static final int NO_NAME = -40;
  private static final int IN_NO_HEADER = -10;
  private static final int AFTER_FEES = 48;
  private static final double AGREED = 0.9;

  private final List<Column> columns;
  private final Traits traits;
  private final Mapping mapping;
  private final Charges charges;
  private Trio best = new Trio(null, null, null, 0, 0);

  Sums(List<Column> columns, Traits traits, Mapping mapping) {
    this.columns = columns;
    this.traits = traits;
    this.mapping = mapping;
    this.charges = new Charges(columns, traits);
  }

  /** Columns, each or null, the share of lines in which they agree, and what speaks for them. */
  private record Trio(
      Column quantity, Column price, Column amount, double agreement, double score) {}

  void take() {
    List<Column> numbers =
        columns.stream()
            .filter(column -> traits.isNumber(column) && !mapping.isTaken(column))
            .filter(column -> column.filledShare() > 0.05 && !traits.isZero(column))
            .toList();
    List<Column> amounts =
        withNull(numbers.stream().filter(column -> !isOfWholeOrder(column)).toList());
    for (Column quantity : withNull(numbers)) {
      for (Column price : withNull(numbers)) {
        for (Column amount : amounts) {
          consider(quantity, price, amount);
        }
      }
    }
    put(Role.QUANTITY, best.quantity());
    put(Role.PRICE, best.price());
    put(Role.AMOUNT, best.amount());
    new Amounts(columns, traits, mapping, charges).correct(best.agreement());
  }

  private static List<Column> withNull(List<Column> columns) {
    List<Column> all = new ArrayList<>(columns);
    all.add(null);
    return all;
  }

  private void consider(Column quantity, Column price, Column amount) {
    if (isSame(quantity, price) || isSame(price, amount) || isSame(quantity, amount)) {
      return;
    }
    double score =
        score(Role.QUANTITY, quantity) + score(Role.PRICE, price) + score(Role.AMOUNT, amount);
    boolean isUnnamed =
        Math.min(
                Math.min(score(Role.QUANTITY, quantity), score(Role.PRICE, price)),
                score(Role.AMOUNT, amount))
            < 0;
    double agreement = 0;
    if (quantity != null && price != null && amount != null) {
      agreement = agreement(quantity, price, amount);
      score += 100 * agreement;
    }
    if ((!isUnnamed || agreement > AGREED) && score > best.score()) {
      best = new Trio(quantity, price, amount, agreement, score);
    }
  }

  private static boolean isSame(Column one, Column other) {
    return one != null && one == other;
  }

  private double score(Role role, Column column) {
    if (column == null) {
      return 0;
    }
    int score = traits.score(role, column);
    boolean isNet = role == Role.AMOUNT && traits.vocabulary().mentions("net", column.name());
    if (column.isUnnamed()) {
      boolean isWhole = column.share(value -> value.matches("-?[0-9]{1,4}")) > 0.9;
      return role == Role.QUANTITY && isWhole ? IN_NO_HEADER + 5 : IN_NO_HEADER;
    }
    boolean isLess = role == Role.AMOUNT && charges.isAfterFees(column);
    return score < Traits.LEAST_SCORE
        ? NO_NAME
        : (score + (isNet ? 5 : 0) - (isLess ? AFTER_FEES : 0)) * column.filledShare();
  }

  /** The share of lines with quantity x price = amount, less a discount; little where 1 is all. */
  private double agreement(Column quantity, Column price, Column amount) {
    double[] quantities = traits.numbers(quantity);
    double[] prices = traits.numbers(price);
    double[] amounts = traits.numbers(amount);
    double[] discounts = mapping.of(Role.DISCOUNT).map(traits::numbers).orElse(null);
    int step = Math.max(1, quantities.length / MOST_ROWS);
    int known = 0;
    int agreed = 0;
    int telling = 0;
    for (int row = 0; row < quantities.length; row += step) {
      double product = quantities[row] * prices[row];
      if (Double.isNaN(product) || Double.isNaN(amounts[row])) {
        continue;
      }
      known++;
      double discount = discounts == null || Double.isNaN(discounts[row]) ? 0 : discounts[row];
      if (agree(product, amounts[row]) || isLess(product, discount, amounts[row])) {
        agreed++;
        telling += Math.abs(Math.abs(quantities[row]) - 1) > 1e-9 ? 1 : 0;
      }
    }
    double share = known == 0 ? 0 : (double) agreed / known;
    return telling * 20 >= known ? share : share * 0.3;
  }

  private static boolean isLess(double product, double discount, double amount) {
    return discount != 0
        && Arrays.stream(Discounts.values())
            .anyMatch(reading -> reading.explains(product, discount, amount));
  }

  static boolean agree(double one, double other) {
    return Math.abs(Math.abs(one) - Math.abs(other)) < 0.0101;
  }

  /**
   * Whether it is the same on all lines of an order that differ, or stands on one of them alone.
   */
  private boolean isOfWholeOrder(Column column) {
    Optional<Column> transaction = mapping.of(Role.TRANSACTION);
    if (transaction.isEmpty()) {
      return false;
    }
    List<List<Integer>> several = Groups.by(transaction.get()).several();
    List<Column> others =
        columns.stream()
            .filter(other -> other != column && traits.isNumber(other) && !mapping.isTaken(other))
            .toList();
    long differing = 0;
    long same = 0;
    for (List<Integer> group : several) {
      if (others.stream().anyMatch(other -> Groups.values(group, other::value).size() > 1)) {
        differing++;
        same += Groups.values(group, column::value).size() <= 1 ? 1 : 0;
      }
    }
    return differing >= 3 && same * 10 > differing * 9;
  }

  private void put(Role role, Column column) {
    if (column == null) {
      return;
    }
    int score = traits.score(role, column);
    Confidence confidence = RoleFinder.sure(score, false);
    String why = score >= Traits.LEAST_SCORE ? "by its name" : "by the sums";
    if (best.agreement() > AGREED) {
      confidence = Confidence.HIGH;
    } else if (role != Role.QUANTITY && best.price() != null && best.amount() != null) {
      confidence = confidence.and(Confidence.MEDIUM);
    }
    mapping.put(role, column, confidence, why + agreementInWords() + rivals(role, column));
  }

  private String agreementInWords() {
    return best.price() == null || best.amount() == null || best.quantity() == null
        ? ""
        : String.format(
            Locale.ROOT, "; quantity x price = amount in %.0f %% of lines", best.agreement() * 100);
  }

  private String rivals(Role role, Column column) {
    return columns.stream()
        .filter(
            other ->
                other != column
                    && other != best.price()
                    && other != best.amount()
                    && !mapping.isTaken(other))
        .filter(
            other ->
                traits.isNumber(other)
                    && traits.isNamed(role, other)
                    && (role != Role.AMOUNT || !isOfWholeOrder(other)))
        .findFirst()
        .map(
            other ->
                role == Role.AMOUNT && charges.isAfterFees(other)
                    ? "; %s is left out, being what is left after fees".formatted(other.name())
                    : "; or is it %s?".formatted(other.name()))
        .orElse("");
  }
}
