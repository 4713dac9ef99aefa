package tributary.insight;

/**
 * What a part of a table's rows holds in one column.
 *
 * @param type number, or else the type of what is looked at as text
 * @param hashes the smallest of the texts' hashes, as {@link DistinctValues} keeps them
 * @param values of numbers, each once
 * @param counts how often each of them occurs
 * @param lowest the first text; null when there is none
 * @param highest the last text; null when there is none
 */
public record ColumnPart(
    String table,
    String column,
    String type,
    long rows,
    long missing,
    long[] hashes,
    double[] values,
    long[] counts,
    String lowest,
    String highest) {}
