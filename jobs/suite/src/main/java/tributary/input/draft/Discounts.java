package tributary.input.draft;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the discounts of a column are money, percents of the price or shares of it. */
enum Discounts {
  MONEY("money off the line"),
  PERCENT("percents off the price"),
  SHARE("shares of the price, such as 0.2");

  private static final double NEARLY_ALL = 0.98;
  private static final List<Role> OF_WORTH = List.of(Role.PRICE, Role.QUANTITY, Role.DISCOUNT);
  private static final double NO_CENT = 0.0101;
  private static final Pattern SIGN = Pattern.compile("\\p{Sc}");

  private final String words;

  Discounts(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** What a line of this worth is worth less this discount. */
  private double less(double worth, double discount) {
    double size = Math.abs(discount);
    return switch (this) {
      case MONEY -> Math.abs(worth) - size;
      case PERCENT -> Math.abs(worth) * (1 - size / 100);
      case SHARE -> Math.abs(worth) * (1 - size);
    };
  }

  /** Whether this is what is left of a line of this worth; the signs do not count. */
  boolean explains(double worth, double discount, double left) {
    return Math.abs(less(worth, discount) - Math.abs(left)) < NO_CENT;
  }

  /** By the column's name and signs, and by what discounts would leave of lines. */
  static Discounts of(Column column, Mapping mapping, Traits traits, List<Column> columns) {
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
    if (isNamedMoney(column, traits)) {
      return MONEY;
    }
    if (most < 1 && column.distinct() <= 40 && isShare(column, mapping, traits, columns)) {
      return SHARE;
    }
    return exceedsLines(column, mapping, traits) ? PERCENT : MONEY;
  }

  private static boolean isNamedMoney(Column column, Traits traits) {
    return traits.vocabulary().mentionsEnd("money", column.name())
        || SIGN.matcher(column.name()).find()
        || column.share(value -> SIGN.matcher(value).find()) > 0
        || Currencies.of(List.of(column)).isPresent();
  }

  /**
   * Whether shares explain more of what other columns say is left of lines than money does; where
   * there are no amounts to be explained, small numbers are shares.
   */
  private static boolean isShare(
      Column column, Mapping mapping, Traits traits, List<Column> columns) {
    int shares = 0;
    int money = 0;
    for (Column left : columns) {
      if (traits.isNumber(left) && !mapping.isAny(left, OF_WORTH)) {
        shares = Math.max(shares, SHARE.explained(column, left, mapping, traits));
        money = Math.max(money, MONEY.explained(column, left, mapping, traits));
      }
    }
    return mapping.has(Role.AMOUNT) ? shares > money : shares >= money;
  }

  /**
   * In how many lines a column is what is left of quantity x price, or of the amount; 0 where it is
   * in a few.
   */
  private int explained(Column discount, Column left, Mapping mapping, Traits traits) {
    double[] discounts = traits.numbers(discount);
    double[] after = traits.numbers(left);
    double[] amounts = mapping.of(Role.AMOUNT).map(traits::numbers).orElse(null);
    double[] prices = mapping.of(Role.PRICE).map(traits::numbers).orElse(null);
    double[] quantities = mapping.of(Role.QUANTITY).map(traits::numbers).orElse(null);
    int known = 0;
    int explained = 0;
    for (int row = 0; row < after.length; row++) {
      boolean isOfAmount = amounts != null && explains(amounts[row], discounts[row], after[row]);
      boolean isOfPrice =
          prices != null
              && quantities != null
              && explains(prices[row] * quantities[row], discounts[row], after[row]);
      boolean isDiscounted = Math.abs(discounts[row]) > 0;
      known += isDiscounted ? 1 : 0;
      explained += isDiscounted && (isOfAmount || isOfPrice) ? 1 : 0;
    }
    return explained * 2 > known ? explained : 0;
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
