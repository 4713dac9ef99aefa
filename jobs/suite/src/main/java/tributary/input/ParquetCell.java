package tributary.input;

import org.apache.flink.table.data.StringData;

/**
 * One column's values in some rows of a Parquet file that follow each other, of which one row is
 * the current one. A column's values are taken together, for each column has its own pages, texts
 * and dictionary, and the processor finds them near.
 */
final class ParquetCell {
  /** How many rows it holds at most. */
  static final int ROWS = 256;

  /** Stands for a row without a value. */
  static final int NO_NUMBER = -1;

  private final ParquetColumn column;
  private final boolean mustBeRight;
  private final ParquetTexts own;
  private final TextView view = new TextView();
  private final int[] numbers = new int[ROWS];
  private ParquetTexts texts;
  private Object lastValue;
  private int lastRow;
  private boolean mayBeWrong;
  private int current;

  /**
   * @param mustBeRight whether a value that is none of its type makes the row unusable
   */
  ParquetCell(ParquetColumn column, boolean mustBeRight) {
    this.column = column;
    this.mustBeRight = mustBeRight;
    this.own = new ParquetTexts(column);
    own.clear(ROWS);
  }

  ParquetColumn column() {
    return column;
  }

  /** Forgets all values; those of its rows come with {@link #take}. */
  void clear() {
    own.writeAnew();
    texts = own;
    lastValue = null;
    mayBeWrong = false;
  }

  /**
   * Takes a row's value. The lines of a receipt have much in common: a value that equals the one
   * before is not written again.
   *
   * @param value null for none
   */
  void take(int row, Object value) {
    if (value == null) {
      numbers[row] = NO_NUMBER;
      return;
    }
    if (!value.equals(lastValue)) {
      own.put(row, value);
      lastValue = value;
      lastRow = row;
      mayBeWrong = mustBeRight && own.hasProblems();
    }
    numbers[row] = lastRow;
  }

  /**
   * Takes the values of all rows, whose texts are among some.
   *
   * @param rows their numbers; {@link #NO_NUMBER} for none
   */
  void take(ParquetTexts others, int[] rows) {
    System.arraycopy(rows, 0, numbers, 0, ROWS);
    texts = others;
    mayBeWrong = mustBeRight && others.hasProblems();
  }

  /** Goes to one of the rows. */
  void show(int row) {
    current = numbers[row];
  }

  /** What is wrong with the value, or null. */
  String problem() {
    return mayBeWrong && current != NO_NUMBER ? texts.problem(current) : null;
  }

  /** Null when it is blank; valid until the next row. */
  StringData trimmed() {
    return current == NO_NUMBER ? null : texts.trimmed(current, view);
  }

  /**
   * Appends it as a field of a CSV record, after a comma: nothing for no value, {@code ""} for an
   * empty one.
   */
  void writeField(TextBuffer target) {
    if (current == NO_NUMBER) {
      target.append(',');
    } else {
      texts.writeField(current, target);
    }
  }
}
