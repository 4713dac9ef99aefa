package tributary.input;

import java.nio.charset.StandardCharsets;
import org.apache.flink.table.data.StringData;

/** One column's value in the current row of a Parquet file. */
final class ParquetCell {
  private final ParquetColumn column;
  private final boolean mustBeRight;
  private final byte[] none;
  private ParquetTexts texts;
  private int number;

  /**
   * @param mustBeRight whether a value that is none of its type makes the row unusable
   */
  ParquetCell(ParquetColumn column, boolean mustBeRight) {
    this.column = column;
    this.mustBeRight = mustBeRight;
    this.none =
        new TextBuffer()
            .append(ParquetTexts.key(column))
            .append("null")
            .toString()
            .getBytes(StandardCharsets.UTF_8);
  }

  ParquetColumn column() {
    return column;
  }

  /** Has no value. */
  void clear() {
    texts = null;
  }

  /** Has a value, whose text is one of some. */
  void take(ParquetTexts others, int place) {
    texts = others;
    number = place;
  }

  /** What is wrong with the value, or null. */
  String problem() {
    return mustBeRight && texts != null ? texts.problem(number) : null;
  }

  /** Null when it is blank; valid until the next row. */
  StringData trimmed() {
    return texts == null ? null : texts.trimmed(number);
  }

  /** Appends it as an entry of a JSON object, after a comma. */
  void writeJson(TextBuffer target) {
    if (texts == null) {
      target.append(none);
    } else {
      texts.writeJson(number, target);
    }
  }
}
