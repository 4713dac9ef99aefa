package tributary.input;

import java.nio.charset.StandardCharsets;
import org.apache.flink.table.data.StringData;

/**
 * One column's values in some rows of a Parquet file that follow each other, of which one row is
 * the current one. A column's values are taken together, for each column has its own pages, texts
 * and dictionary, and the processor finds them near.
 */
final class ParquetCell {
  /** How many rows it holds at most. */
  static final int ROWS = 256;

  private static final byte[] NONE = ",null".getBytes(StandardCharsets.UTF_8);

  private final ParquetColumn column;
  private final boolean mustBeRight;
  private final ParquetTexts own;
  private final ParquetTexts[] texts = new ParquetTexts[ROWS];
  private final int[] numbers = new int[ROWS];
  private int taken;
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

  /** Forgets all values. */
  void clear() {
    taken = 0;
    own.writeAnew();
  }

  /** Takes that the next row has no value. */
  void takeNone() {
    texts[taken++] = null;
  }

  /** Takes the next row's value. */
  void take(Object value) {
    own.put(taken, value);
    take(own, taken);
  }

  /** Takes the next row's value, whose text is one of some. */
  void take(ParquetTexts others, int number) {
    texts[taken] = others;
    numbers[taken++] = number;
  }

  /** Goes to one of the rows. */
  void show(int row) {
    current = row;
  }

  /** What is wrong with the value, or null. */
  String problem() {
    return mustBeRight && texts[current] != null ? texts[current].problem(numbers[current]) : null;
  }

  /** Null when it is blank; valid until the next row. */
  StringData trimmed() {
    return texts[current] == null ? null : texts[current].trimmed(numbers[current]);
  }

  /** Appends it as an element of a JSON array, after a comma. */
  void writeJson(TextBuffer target) {
    if (texts[current] == null) {
      target.append(NONE);
    } else {
      texts[current].writeJson(numbers[current], target);
    }
  }
}
