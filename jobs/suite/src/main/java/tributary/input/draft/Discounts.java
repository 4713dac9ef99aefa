package tributary.input.draft;

import java.util.Arrays;

/** Whether the discounts of a column are money, percents of the price or shares of it. */
enum Discounts {
  MONEY("money off the line"),
  PERCENT("percents off the price"),
  SHARE("shares of the price, such as 0.2");

  private static final double NEARLY_ALL = 0.98;

  private final String words;

  Discounts(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** What a line of this worth is worth less this discount. */
  double less(double worth, double discount) {
    double size = Math.abs(discount);
    return switch (this) {
      case MONEY -> Math.abs(worth) - size;
      case PERCENT -> Math.abs(worth) * (1 - size / 100);
      case SHARE -> Math.abs(worth) * (1 - size);
    };
  }

  /** By the column's name, and by what discounts would leave of lines. */
  static Discounts of(Column column, Mapping mapping, Traits traits) {
    double[] given =
        Arrays.stream(traits.numbers(column)).map(Math::abs).filter(number -> number > 0).toArray();
    if (given.length == 0) {
      return MONEY;
    }
    double most = Arrays.stream(given).max().orElse(0);
    if (most > 100) {
      return MONEY;
    }
    boolean isNamedPercent = traits.vocabulary().mentions("percent", column.name());
    boolean isOfSigns = column.share(value -> value.endsWith("%")) > NEARLY_ALL;
    if (isNamedPercent || isOfSigns) {
      return most < 1 ? SHARE : PERCENT;
    }
    if (most < 1 && column.distinct() <= 40) {
      return SHARE;
    }
    return exceedsLines(column, mapping, traits) ? PERCENT : MONEY;
  }

  /** Whether as money some would be more than their lines are worth. */
  private static boolean exceedsLines(Column column, Mapping mapping, Traits traits) {
    if (!mapping.has(Role.PRICE) || !mapping.has(Role.QUANTITY)) {
      return false;
    }
    double[] discounts = traits.numbers(column);
    double[] prices = traits.numbers(mapping.of(Role.PRICE).orElseThrow());
    double[] quantities = traits.numbers(mapping.of(Role.QUANTITY).orElseThrow());
    for (int row = 0; row < discounts.length; row++) {
      if (Math.abs(discounts[row]) > Math.abs(prices[row] * quantities[row]) + 0.005) {
        return true;
      }
    }
    return false;
  }
}
