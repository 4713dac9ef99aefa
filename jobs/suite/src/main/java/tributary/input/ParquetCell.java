package tributary.input;

import java.nio.charset.StandardCharsets;
import org.apache.flink.table.data.StringData;

/** One column's value in the current row of a Parquet file, as text. */
final class ParquetCell {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final ParquetColumn column;
  private final ParquetText text;
  private final boolean mustBeRight;
  private final boolean isJson;
  private final byte[] key;
  private final TextBuffer written = new TextBuffer();
  private boolean isNull;

  /**
   * @param mustBeRight whether a value that is none of its type makes the row unusable
   */
  ParquetCell(ParquetColumn column, boolean mustBeRight) {
    this.column = column;
    this.text = column.text();
    this.mustBeRight = mustBeRight;
    this.isJson = column.isJson();
    this.key =
        new TextBuffer()
            .appendQuoted(column.name())
            .append(':')
            .toString()
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the value; says what is wrong with it, or returns null. */
  String take(Object value) {
    written.clear();
    isNull = value == null;
    if (isNull || text.write(value, written) || !mustBeRight) {
      return null;
    }
    return "holds %s in the column '%s', which is no value of its type %s%s"
        .formatted(
            written.length() == 0 ? "nothing" : written,
            column.name(),
            column.kind(),
            value instanceof Number ? "" : " (its bytes in hexadecimal)");
  }

  /** Null when it is blank; valid until the next row. */
  StringData trimmed() {
    return isNull ? null : written.viewTrimmed();
  }

  /** Appends it as an entry of a JSON object. */
  void writeJson(TextBuffer target) {
    target.append(key);
    if (isNull) {
      target.append(NULL);
    } else if (isJson && isPlain()) {
      target.append(written);
    } else {
      target.appendQuoted(written);
    }
  }

  /** Whether it is not NaN or infinite, of which JSON has no numbers. */
  private boolean isPlain() {
    int length = written.length();
    return length > 0 && written.at(length - 1) != 'N' && written.at(length - 1) != 'y';
  }
}
