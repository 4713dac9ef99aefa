package tributary.recommend.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Pairs of names with a number each, collected in any order. Names are numbered as they come. */
public final class Triplets {
  private final Map<String, Integer> rowNumbers;
  private final Map<String, Integer> columnNumbers;
  private int[] rows = new int[1024];
  private int[] columns = new int[1024];
  private double[] values = new double[1024];
  private int count;

  /** No pairs and no names. */
  public Triplets() {
    this(new HashMap<>(), new HashMap<>());
  }

  private Triplets(Map<String, Integer> rowNumbers, Map<String, Integer> columnNumbers) {
    this.rowNumbers = rowNumbers;
    this.columnNumbers = columnNumbers;
  }

  /** No pairs, but the names that are known here, with their numbers. */
  public Triplets sameNames() {
    return new Triplets(new HashMap<>(rowNumbers), new HashMap<>(columnNumbers));
  }

  /** Adds a pair, naming rows and columns that were not there yet. */
  public void add(String row, String column, double value) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      columns = Arrays.copyOf(columns, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    rows[count] = rowNumbers.computeIfAbsent(row, each -> rowNumbers.size());
    columns[count] = columnNumbers.computeIfAbsent(column, each -> columnNumbers.size());
    values[count++] = value;
  }

  /** A row's number; -1 when it has no pair. */
  public int row(String name) {
    return rowNumbers.getOrDefault(name, -1);
  }

  /** A column's number; -1 when it has no pair. */
  public int column(String name) {
    return columnNumbers.getOrDefault(name, -1);
  }

  /**
   * All pairs.
   *
   * @throws IllegalArgumentException naming one that came twice
   */
  public SparseMatrix matrix() {
    requireDistinct();
    return SparseMatrix.of(
        rowNumbers.size(),
        columnNumbers.size(),
        Arrays.copyOf(rows, count),
        Arrays.copyOf(columns, count),
        Arrays.copyOf(values, count));
  }

  private void requireDistinct() {
    long width = Math.max(1, columnNumbers.size());
    long[] pairs = new long[count];
    Arrays.setAll(pairs, i -> rows[i] * width + columns[i]);
    Arrays.sort(pairs);
    for (int i = 1; i < count; i++) {
      if (pairs[i] == pairs[i - 1]) {
        throw new IllegalArgumentException(
            "%s and %s come together twice"
                .formatted(
                    name(rowNumbers, (int) (pairs[i] / width)),
                    name(columnNumbers, (int) (pairs[i] % width))));
      }
    }
  }

  private static String name(Map<String, Integer> numbers, int number) {
    return numbers.entrySet().stream()
        .filter(each -> each.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
