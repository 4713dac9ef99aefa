package tributary.input.draft;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the decimal mark of each column of numbers: by its own values, else by those of the other
 * columns.
 */
final class DecimalMarks {
  private static final double LEAST_SHARE = 0.7;

  /** What speaks for a mark. */
  private enum Vote {
    COMMA,
    POINT,
    EITHER,
    NEITHER
  }

  /** The marks of a column's values. */
  private record Votes(int commas, int points, int either, String example) {}

  private final Readings readings;
  private final Optional<Character> said;
  private final Map<Column, Votes> votes = new HashMap<>();
  private int commaColumns;
  private int pointColumns;

  DecimalMarks(Readings readings, List<Column> columns, Optional<Character> said) {
    this.readings = readings;
    this.said = said;
    for (Column column : columns) {
      if (isOfNumbers(column)) {
        Votes found = votes(column);
        votes.put(column, found);
        commaColumns += found.commas() > 5 * found.points() ? 1 : 0;
        pointColumns += found.points() > 5 * found.commas() ? 1 : 0;
      }
    }
  }

  /**
   * A decimal mark and why.
   *
   * @param ambiguous a value that may be read in two ways, else null
   */
  record Mark(char character, Confidence confidence, String evidence, String ambiguous) {}

  /** Whether most of a column's values are numbers, whatever its decimal mark. */
  boolean isOfNumbers(Column column) {
    return votes.containsKey(column)
        || column.share(
                value ->
                    readings.number(value, ',').isPresent()
                        || readings.number(value, '.').isPresent())
            >= LEAST_SHARE;
  }

  Mark of(Column column) {
    Votes own = votes.getOrDefault(column, new Votes(0, 0, 0, null));
    if (own.commas() > 5 * own.points()) {
      return decided(',', own.commas(), own.points());
    }
    if (own.points() > 5 * own.commas()) {
      return decided('.', own.points(), own.commas());
    }
    if (said.isPresent()) {
      return new Mark(said.get(), Confidence.HIGH, "as the flag says", null);
    }
    if (own.either() == 0) {
      char other = commaColumns > pointColumns ? ',' : '.';
      return new Mark(
          other, Confidence.HIGH, "whole numbers, with the mark of the other columns", null);
    }
    if (commaColumns > 0 && pointColumns == 0 || pointColumns > 0 && commaColumns == 0) {
      char other = commaColumns > 0 ? ',' : '.';
      return new Mark(other, Confidence.MEDIUM, "as in the other columns of numbers", null);
    }
    return new Mark('.', Confidence.LOW, "nothing tells", own.example());
  }

  private static Mark decided(char mark, int votesFor, int against) {
    return new Mark(
        mark,
        against == 0 ? Confidence.HIGH : Confidence.MEDIUM,
        "%s values say so%s"
            .formatted(votesFor, against == 0 ? "" : ", %s do not".formatted(against)),
        null);
  }

  /** The number of a value of this column. */
  Optional<BigDecimal> number(Column column, int row) {
    return readings.number(column.value(row), of(column).character());
  }

  private Votes votes(Column column) {
    int commas = 0;
    int points = 0;
    int either = 0;
    String example = null;
    for (Map.Entry<String, Integer> entry : column.counts().entrySet()) {
      switch (vote(entry.getKey())) {
        case COMMA -> commas += entry.getValue();
        case POINT -> points += entry.getValue();
        case EITHER -> {
          either += entry.getValue();
          example = entry.getKey();
        }
        case NEITHER -> {}
      }
    }
    return new Votes(commas, points, either, example);
  }

  private Vote vote(String value) {
    Optional<BigDecimal> byComma = readings.number(value, ',');
    Optional<BigDecimal> byPoint = readings.number(value, '.');
    if (byComma.isPresent() && byPoint.isPresent()) {
      return byComma.get().compareTo(byPoint.get()) == 0 ? Vote.NEITHER : Vote.EITHER;
    }
    if (byComma.isEmpty() && byPoint.isEmpty()) {
      return Vote.NEITHER;
    }
    return byComma.isPresent() ? Vote.COMMA : Vote.POINT;
  }
}
