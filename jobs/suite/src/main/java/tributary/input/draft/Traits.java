package tributary.input.draft;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of each column by itself: what its name says, and what its values may be. */
final class Traits {
  /** How well a name must speak for a role to count. */
  static final int LEAST_SCORE = 50;

  private final Vocabulary vocabulary;
  private final Readings readings = new Readings();
  private final DatePatterns patterns = new DatePatterns(readings);
  private final DecimalMarks marks;
  private final Map<Column, Optional<DateReading>> dates = new HashMap<>();
  private final Map<Column, double[]> numbers = new HashMap<>();

  Traits(Vocabulary vocabulary, List<Column> columns, Choices choices) {
    this.vocabulary = vocabulary;
    for (Column column : columns) {
      dates.put(column, patterns.read(column, isNamed(Role.DATE, column), choices.dayFirst()));
    }
    this.marks =
        new DecimalMarks(
            readings,
            columns.stream().filter(column -> !isTime(column)).toList(),
            choices.decimalMark());
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Readings readings() {
    return readings;
  }

  int score(Role role, Column column) {
    return vocabulary.score(role, column.name());
  }

  boolean isNamed(Role role, Column column) {
    return score(role, column) >= LEAST_SCORE;
  }

  Optional<DateReading> dates(Column column) {
    return dates.get(column);
  }

  /** The pattern of times of day, where it holds these and no dates. */
  Optional<String> timeOfDay(Column column) {
    return dates(column).isPresent()
        ? Optional.empty()
        : TimesOfDay.pattern(column, isNamed(Role.TIME, column));
  }

  boolean isTime(Column column) {
    return dates(column).isPresent() || timeOfDay(column).isPresent();
  }

  boolean isNumber(Column column) {
    return column.filled() > 0 && !isTime(column) && marks.isOfNumbers(column);
  }

  DecimalMarks.Mark mark(Column column) {
    return marks.of(column);
  }

  /** Its values as numbers, one per row; not a number where there is none. */
  double[] numbers(Column column) {
    return numbers.computeIfAbsent(column, this::parsed);
  }

  /** Whether it holds no other number than 0. */
  boolean isZero(Column column) {
    return Arrays.stream(numbers(column)).allMatch(number -> number == 0 || Double.isNaN(number));
  }

  private double[] parsed(Column column) {
    char mark = mark(column).character();
    Map<String, Double> byText = new HashMap<>();
    double[] parsed = new double[column.rows()];
    for (int row = 0; row < parsed.length; row++) {
      parsed[row] =
          byText.computeIfAbsent(
              column.value(row),
              text -> readings.number(text, mark).map(Number::doubleValue).orElse(Double.NaN));
    }
    return parsed;
  }

  /** Whether its values are whole numbers or codes: no fractions, no sentences. */
  boolean isOfCodes(Column column) {
    return !isTime(column)
        && column.filled() > 0
        && column.share(
                value -> value.matches("[\\p{L}0-9#][\\p{L}0-9._/#@+-]*( [\\p{L}0-9-]{1,12})?"))
            > 0.9
        && column.share(value -> value.matches("-?[0-9]+[.,](?!0$)[0-9]{1,2}")) < 0.1;
  }

  /** The share of its values that hold a digit. */
  static double shareWithDigits(Column column) {
    return column.share(value -> value.matches(".*[0-9].*"));
  }
}
