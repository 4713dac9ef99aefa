package tributary.recommend.matrix;

import java.util.Arrays;

/**
 * Numbers for some pairs of a row and a column, such as what customers gave for products: by row,
 * columns ascending, as three flat arrays.
 */
public final class SparseMatrix {
  private final int columnCount;
  private final int[] rowStarts;
  private final int[] columns;
  private final double[] values;

  private SparseMatrix(int columnCount, int[] rowStarts, int[] columns, double[] values) {
    this.columnCount = columnCount;
    this.rowStarts = rowStarts;
    this.columns = columns;
    this.values = values;
  }

  /**
   * Sorts pairs by row and column.
   *
   * @param rows a row per pair, from 0 to {@code rowCount - 1}
   * @param columns a column per pair, from 0 to {@code columnCount - 1}
   * @param values a number per pair
   * @throws IllegalArgumentException when a pair comes twice, is outside, or has no finite value
   */
  public static SparseMatrix of(
      int rowCount, int columnCount, int[] rows, int[] columns, double[] values) {
    if (rows.length != columns.length || rows.length != values.length) {
      throw new IllegalArgumentException(
          "Invalid pairs: %s rows, %s columns, %s values"
              .formatted(rows.length, columns.length, values.length));
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("Invalid value: " + value);
      }
    }
    // By column first, then stably by row: both are counting sorts.
    SparseMatrix byColumn = counted(columnCount, rowCount, columns, rows, values);
    SparseMatrix sorted = byColumn.transpose();
    for (int row = 0; row < rowCount; row++) {
      for (int at = sorted.start(row) + 1; at < sorted.end(row); at++) {
        if (sorted.columns[at] == sorted.columns[at - 1]) {
          throw new IllegalArgumentException(
              "Invalid pairs: row %s has column %s twice".formatted(row, sorted.columns[at]));
        }
      }
    }
    return sorted;
  }

  private static SparseMatrix counted(
      int rowCount, int columnCount, int[] rows, int[] columns, double[] values) {
    int[] starts = new int[rowCount + 1];
    for (int i = 0; i < rows.length; i++) {
      if (columns[i] < 0 || columns[i] >= columnCount) {
        throw new IllegalArgumentException("Invalid pair: (%s, %s)".formatted(rows[i], columns[i]));
      }
      starts[rows[i] + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] sortedColumns = new int[rows.length];
    double[] sortedValues = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int at = next[rows[i]]++;
      sortedColumns[at] = columns[i];
      sortedValues[at] = values[i];
    }
    return new SparseMatrix(columnCount, starts, sortedColumns, sortedValues);
  }

  /** The same numbers, rows and columns exchanged. */
  public SparseMatrix transpose() {
    return counted(columnCount, rowCount(), columns, rows(), values);
  }

  /** Some of the pairs: those for which the array is true, in this matrix's order. */
  public SparseMatrix where(boolean[] isKept) {
    int[] starts = new int[rowStarts.length];
    int kept = 0;
    int[] keptColumns = new int[columns.length];
    double[] keptValues = new double[columns.length];
    for (int row = 0; row < rowCount(); row++) {
      for (int at = start(row); at < end(row); at++) {
        if (isKept[at]) {
          keptColumns[kept] = columns[at];
          keptValues[kept++] = values[at];
        }
      }
      starts[row + 1] = kept;
    }
    return new SparseMatrix(
        columnCount, starts, Arrays.copyOf(keptColumns, kept), Arrays.copyOf(keptValues, kept));
  }

  /** Each pair's row, in the matrix's order. */
  private int[] rows() {
    int[] rows = new int[columns.length];
    for (int row = 0; row < rowCount(); row++) {
      Arrays.fill(rows, start(row), end(row), row);
    }
    return rows;
  }

  public int rowCount() {
    return rowStarts.length - 1;
  }

  public int columnCount() {
    return columnCount;
  }

  /** How many pairs there are. */
  public int size() {
    return columns.length;
  }

  /** Where a row's pairs begin. */
  public int start(int row) {
    return rowStarts[row];
  }

  /** Where a row's pairs end, exclusive. */
  public int end(int row) {
    return rowStarts[row + 1];
  }

  /** How many pairs a row has. */
  public int size(int row) {
    return rowStarts[row + 1] - rowStarts[row];
  }

  public int column(int at) {
    return columns[at];
  }

  public double value(int at) {
    return values[at];
  }

  /** Whether a row has a column. */
  public boolean contains(int row, int column) {
    return Arrays.binarySearch(columns, start(row), end(row), column) >= 0;
  }

  /** The mean of all values; 0 when there are none. */
  public double mean() {
    return values.length == 0 ? 0 : Arrays.stream(values).sum() / values.length;
  }

  /** The smallest value; 0 when there are none. */
  public double lowest() {
    return Arrays.stream(values).min().orElse(0);
  }

  /** The largest value; 0 when there are none. */
  public double highest() {
    return Arrays.stream(values).max().orElse(0);
  }
}
