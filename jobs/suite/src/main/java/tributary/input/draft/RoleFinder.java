package tributary.input.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds which column is what, by their names in several languages and by what they hold. */
final class RoleFinder {
  private static final int NEVER = -1000;
  private static final int SURE = 100;
  private static final int LIKELY = 65;
  private static final int LEAST_ORDERS = 20;

  private final List<Column> columns;
  private final Traits traits;
  private final Mapping mapping = new Mapping();

  RoleFinder(List<Column> columns, Traits traits) {
    this.columns = columns.stream().filter(column -> !isOfObjects(column)).toList();
    this.traits = traits;
    columns.stream()
        .filter(RoleFinder::isOfObjects)
        .forEach(
            column ->
                mapping.leaveOut(
                    column,
                    "it holds objects, such as an order's items: a line stays one line, and JSON_VALUE reads what is in them"));
  }

  private static boolean isOfObjects(Column column) {
    return column.share(value -> value.matches("(?s)(\\[\\s*)?\\{.*\\}\\s*\\]?")) > 0.5;
  }

  Mapping find() {
    take(Role.DATE, this::asDate, 40);
    boolean needsTime =
        mapping.of(Role.DATE).flatMap(traits::dates).filter(RoleFinder::lacksTime).isPresent();
    if (needsTime) {
      take(Role.TIME, column -> traits.timeOfDay(column).isPresent() ? 0 : NEVER, 40);
    }
    take(Role.TRANSACTION, this::asTransaction, 0);
    if (!mapping.has(Role.TRANSACTION)) {
      new UnnamedRoles(columns, traits, mapping).takeTransaction();
    }
    take(Role.CURRENCY, column -> isOfCurrencies(column) ? 0 : NEVER, 0);
    take(Role.DISCOUNT, column -> traits.isNumber(column) ? 0 : NEVER, 0);
    new Sums(columns, traits, mapping).take();
    takeDescriptions();
    takeTypes();
    return mapping;
  }

  private void takeDescriptions() {
    take(Role.PRODUCT, this::asProduct, 0);
    take(Role.NAME, this::asName, 0);
    take(Role.CUSTOMER, this::asCustomer, 0);
    new UnnamedRoles(columns, traits, mapping).takeProductAndCustomer();
    for (Role role :
        List.of(Role.SUBCATEGORY, Role.CATEGORY, Role.COUNTRY, Role.STORE, Role.TILL)) {
      take(role, column -> isFew(column) ? 0 : NEVER, 0);
    }
    take(Role.POSITION, column -> traits.isNumber(column) ? 0 : NEVER, 0);
  }

  private static boolean lacksTime(DateReading reading) {
    return !reading.hasTimeOfDay() || reading.isAlwaysMidnight();
  }

  /**
   * Gives a role to the column for which most speaks.
   *
   * @param bonus what speaks for a column beside its name
   * @param unnamed how much a name says that says nothing; 0 for not enough
   */
  private void take(Role role, ToIntFunction<Column> bonus, int unnamed) {
    List<Column> candidates =
        columns.stream()
            .filter(column -> column.filled() > 0 && !mapping.isTaken(column))
            .filter(column -> bonus.applyAsInt(column) > NEVER)
            .filter(column -> Math.max(traits.score(role, column), unnamed) > 0)
            .filter(column -> traits.isNamed(role, column) || unnamed > 0)
            .sorted(
                Comparator.comparingInt((Column column) -> total(role, column, bonus, unnamed))
                    .reversed())
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    Column best = candidates.get(0);
    Optional<Column> rival =
        candidates.stream()
            .skip(1)
            .filter(other -> traits.score(role, other) >= traits.score(role, best))
            .filter(other -> role != Role.PRODUCT || !traits.isNamed(Role.NAME, other))
            .findFirst();
    mapping.put(
        role, best, sure(traits.score(role, best), rival.isPresent()), why(role, best, rival));
  }

  private int total(Role role, Column column, ToIntFunction<Column> bonus, int unnamed) {
    return Math.max(traits.score(role, column), unnamed) + bonus.applyAsInt(column);
  }

  static Confidence sure(int score, boolean hasRival) {
    Confidence confidence =
        score >= SURE ? Confidence.HIGH : score >= LIKELY ? Confidence.MEDIUM : Confidence.LOW;
    return hasRival ? confidence.and(Confidence.MEDIUM) : confidence;
  }

  private String why(Role role, Column column, Optional<Column> rival) {
    int score = traits.score(role, column);
    String name =
        score >= SURE
            ? "by its name"
            : score >= Traits.LEAST_SCORE ? "by a part of its name" : "by what it holds";
    return name + rival.map(other -> "; or is it %s?".formatted(other.name())).orElse("");
  }

  private int asDate(Column column) {
    return traits
        .dates(column)
        .map(reading -> (int) (20 * column.filledShare()) + (lacksTime(reading) ? 0 : 5))
        .orElse(NEVER);
  }

  private int asTransaction(Column column) {
    boolean isOfOthers =
        Math.max(traits.score(Role.PRODUCT, column), traits.score(Role.CUSTOMER, column))
            > traits.score(Role.TRANSACTION, column);
    if (!traits.isOfCodes(column) || isPosition(column) || isOfOthers) {
      return NEVER;
    }
    boolean isConstant = column.distinct() == 1 && column.rows() > 5;
    return isConstant ? NEVER : grouping(column) + namedOrFilled(column);
  }

  /** A number in each row is of lines, where another is of several; a few are of no orders. */
  private static int grouping(Column column) {
    boolean isOfLines = column.rows() > LEAST_ORDERS && column.distinct() == column.rows();
    return isOfLines ? -10 : column.distinct() * 20 < column.rows() ? -20 : 0;
  }

  private int namedOrFilled(Column column) {
    return traits.isNamed(Role.POSITION, column) ? -20 : (int) (20 * column.filledShare());
  }

  private int asProduct(Column column) {
    if (traits.isTime(column) || isPosition(column) || isFraction(column)) {
      return NEVER;
    }
    if (isOfWholeOrders(column)) {
      return NEVER;
    }
    boolean isSentence = column.share(value -> value.contains(" ")) > 0.5;
    int filled = column.filledShare() < 0.05 ? -60 : (int) (10 * column.filledShare());
    return filled + (isSentence ? -15 : 0) + (Traits.shareWithDigits(column) > 0.5 ? 10 : 0);
  }

  /** Whether rows are orders without prices and pieces, and it is another number of theirs. */
  private boolean isOfWholeOrders(Column column) {
    return column.rows() >= LEAST_ORDERS
        && column.distinct() == column.rows()
        && mapping
            .of(Role.TRANSACTION)
            .filter(order -> order.distinct() == order.rows())
            .isPresent()
        && !mapping.has(Role.PRICE)
        && !mapping.has(Role.QUANTITY);
  }

  private int asName(Column column) {
    return traits.isTime(column) || traits.isNumber(column)
        ? NEVER
        : column.share(value -> value.contains(" ")) > 0.2 ? 10 : 0;
  }

  private int asCustomer(Column column) {
    return traits.isTime(column) || isFraction(column)
        ? NEVER
        : (int) (10 * column.filledShare()) + (Traits.shareWithDigits(column) > 0.5 ? 5 : 0);
  }

  private boolean isFraction(Column column) {
    return traits.isNumber(column)
        && column.share(value -> value.matches(".*[0-9][.,](?!0$)[0-9]{1,2}\\b.*")) > 0.3;
  }

  private boolean isFew(Column column) {
    return !traits.isTime(column)
        && !isFraction(column)
        && (column.distinct() <= 500 || column.distinct() * 5 < column.filled());
  }

  private static boolean isOfCurrencies(Column column) {
    return column.distinct() <= 20
        && column.share(value -> value.length() <= 4 && value.matches("\\p{L}{2,4}|\\p{Sc}")) > 0.9;
  }

  /** Whether it counts the lines of each transaction. */
  private boolean isPosition(Column column) {
    if (!traits.isNumber(column)) {
      return false;
    }
    double[] numbers = traits.numbers(column);
    int steps = 0;
    int starts = 0;
    for (int row = 1; row < numbers.length; row++) {
      if (numbers[row] <= numbers[row - 1] && numbers[row] == numbers[0]) {
        starts++;
      } else if (numbers[row] - numbers[row - 1] == numbers[0]) {
        steps++;
      }
    }
    return starts > 0 && steps > 0 && (steps + starts) * 10 > (numbers.length - 1) * 9;
  }

  private void takeTypes() {
    for (Column column : columns) {
      boolean isState =
          traits.isNamed(Role.STATUS, column)
              && column.distinct() <= 100
              && !traits.isNumber(column)
              && !traits.isTime(column);
      boolean isMark = Kinds.isMark(traits, column);
      if (!mapping.isTaken(column) && (isState || isMark)) {
        mapping.addType(column);
      }
    }
  }
}
