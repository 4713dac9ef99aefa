package tributary.lake;

/**
 * What the data files' own metrics say of a column.
 *
 * @param nulls rows in which it is null
 * @param nonFinite rows in which it is NaN, and files in which a bound is infinite
 */
public record ColumnMetrics(long nulls, long nonFinite) {}
