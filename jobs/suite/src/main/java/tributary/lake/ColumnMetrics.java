package tributary.lake;

import java.util.Optional;

/**
 * What the data files' own metrics say of a column.
 *
 * @param nulls rows in which it is null
 * @param nonFinite rows in which it is NaN, and files in which a bound is infinite
 * @param onlyText the text of all rows; empty where there may be several, or none
 */
public record ColumnMetrics(long nulls, long nonFinite, Optional<String> onlyText) {
  /** Of no rows. */
  public static final ColumnMetrics NONE = new ColumnMetrics(0, 0, Optional.empty());

  /** Of a column of a file that does not know it. */
  static ColumnMetrics allNull(long rows) {
    return new ColumnMetrics(rows, 0, Optional.empty());
  }

  /** Of the rows of both. */
  ColumnMetrics with(ColumnMetrics other) {
    return new ColumnMetrics(
        nulls + other.nulls,
        nonFinite + other.nonFinite,
        onlyText.filter(text -> other.onlyText.equals(onlyText)));
  }
}
