package tributary.input;

import java.nio.charset.StandardCharsets;
import org.apache.flink.table.data.StringData;

/** One column's value in the current row of a Parquet file, as text. */
final class ParquetCell {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final ParquetColumn column;
  private final boolean mustBeRight;
  private final boolean isJson;
  private final byte[] key;
  private TextBuffer text;
  private int start;
  private int end;
  private boolean isRight;

  /**
   * @param mustBeRight whether a value that is none of its type makes the row unusable
   */
  ParquetCell(ParquetColumn column, boolean mustBeRight) {
    this.column = column;
    this.mustBeRight = mustBeRight;
    this.isJson = column.isJson();
    this.key =
        new TextBuffer()
            .appendQuoted(column.name())
            .append(':')
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    clear();
  }

  ParquetColumn column() {
    return column;
  }

  /** Has no value. */
  void clear() {
    text = null;
    isRight = true;
  }

  /**
   * Has a value.
   *
   * @param written holds its text, from a start to an end, as long as it is the current row's
   * @param right whether it is a value of the column's type
   */
  void take(TextBuffer written, int from, int to, boolean right) {
    text = written;
    start = from;
    end = to;
    isRight = right;
  }

  /** What is wrong with the value, or null. */
  String problem() {
    if (isRight || !mustBeRight) {
      return null;
    }
    return "holds %s in the column '%s', which is no value of its type %s%s"
        .formatted(
            start == end ? "nothing" : text.toString(start, end),
            column.name(),
            column.kind(),
            column.isBytes() ? " (its bytes in hexadecimal)" : "");
  }

  /** Null when it is blank; valid until the next row. */
  StringData trimmed() {
    return text == null ? null : text.viewTrimmed(start, end);
  }

  /** Appends it as an entry of a JSON object. */
  void writeJson(TextBuffer target) {
    target.append(key);
    if (text == null) {
      target.append(NULL);
    } else if (isJson && isPlain()) {
      target.append(text, start, end);
    } else {
      target.appendQuoted(text, start, end);
    }
  }

  /** Whether it is not NaN or infinite, of which JSON has no numbers. */
  private boolean isPlain() {
    return start < end && text.at(end - 1) != 'N' && text.at(end - 1) != 'y';
  }
}
