package tributary.input;

import org.apache.flink.table.data.StringData;

/**
 * One column's values in some rows of a Parquet file that follow each other. A column's values are
 * taken together, for each column has its own pages, texts and dictionary, and the processor finds
 * them near.
 */
final class ParquetCell {
  /** How many rows it holds at most. */
  static final int ROWS = 256;

  private final ParquetColumn column;
  private final boolean mustBeRight;
  private final ParquetTexts own;
  private final TextView view = new TextView();
  private final long[] places = new long[ROWS];
  private ParquetTexts texts;
  private Object lastValue;
  private long lastPlace;
  private boolean mayBeWrong;

  /**
   * @param mustBeRight whether a value that is none of its type makes the row unusable
   */
  ParquetCell(ParquetColumn column, boolean mustBeRight) {
    this.column = column;
    this.mustBeRight = mustBeRight;
    this.own = new ParquetTexts(column);
  }

  ParquetColumn column() {
    return column;
  }

  /** Forgets all values; those of its rows come with {@link #take}. */
  void clear() {
    own.clear();
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
      places[row] = ParquetTexts.NONE;
      return;
    }
    if (value != lastValue && !value.equals(lastValue)) {
      lastPlace = own.write(value);
      mayBeWrong = mustBeRight && own.hasProblems();
    }
    lastValue = value;
    places[row] = lastPlace;
  }

  /**
   * Takes the values of all rows, which are among some texts.
   *
   * @param rows their places there
   */
  void take(ParquetTexts others, long[] rows) {
    System.arraycopy(rows, 0, places, 0, ROWS);
    texts = others;
    mayBeWrong = mustBeRight && others.hasProblems();
  }

  /** What is wrong with a row's value, or null. */
  String problem(int row) {
    return mayBeWrong ? texts.problem(places[row]) : null;
  }

  /** Null when it is blank; valid until the next row. */
  StringData trimmed(int row) {
    return texts.trimmed(places[row], view);
  }

  /**
   * Appends it as a field of a CSV record, after a comma: nothing for none, {@code ""} for an empty
   * text.
   */
  void writeField(int row, TextBuffer target) {
    texts.writeField(places[row], target);
  }
}
