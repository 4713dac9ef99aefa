package tributary.input.draft;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds orders of which the first row alone says number, time and customer, as reports and
 * spreadsheets have them, and lets these hold for the rows below.
 */
final class Headings {
  private static final double LEAST = 0.1;
  private static final double MOST = 0.9;
  private static final int LIKELY = 65;
  private static final double NEARLY_ALL = 0.95;

  private final Vocabulary vocabulary;

  Headings(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<Column> filledDown(List<Column> columns) {
    boolean hasNumberInEachRow =
        columns.stream().anyMatch(column -> score(column) >= LIKELY && column.filledShare() > MOST);
    if (hasNumberInEachRow) {
      return columns;
    }
    return columns.stream()
        .filter(column -> score(column) >= Traits.LEAST_SCORE)
        .filter(Headings::isAbove)
        .findFirst()
        .filter(number -> goOn(columns, number))
        .map(number -> columns.stream().map(column -> filledDown(column, number)).toList())
        .orElse(columns);
  }

  private int score(Column column) {
    return vocabulary.score(Role.TRANSACTION, column.name());
  }

  private static boolean isAbove(Column number) {
    return number.filledShare() > LEAST
        && number.filledShare() < MOST
        && !number.value(0).isEmpty();
  }

  /** Whether the rows without a number have no time either, but most of what else is there. */
  private boolean goOn(List<Column> columns, Column number) {
    boolean isDateAbove =
        columns.stream()
            .anyMatch(
                column ->
                    vocabulary.score(Role.DATE, column.name()) >= Traits.LEAST_SCORE
                        && isFilledAlike(column, number));
    long below =
        columns.stream()
            .filter(column -> column.filledShare() > NEARLY_ALL && column != number)
            .count();
    return isDateAbove && below >= 2;
  }

  private static Column filledDown(Column column, Column number) {
    return isFilledAlike(column, number) ? column.asHeading() : column;
  }

  private static boolean isFilledAlike(Column column, Column number) {
    return column.filled() > 0
        && IntStream.range(0, column.rows())
            .allMatch(row -> number.value(row).isEmpty() == column.value(row).isEmpty());
  }
}
