package tributary.input;

import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.table.data.StringData;

/** One column's value in the current row of a Parquet file, as text. */
final class ParquetCell {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final ParquetColumn column;
  private final ParquetText text;
  private final int field;
  private final boolean mustBeRight;
  private final boolean isNumber;
  private final byte[] key;
  private final TextBuffer written = new TextBuffer();
  private boolean isNull;

  /**
   * @param field where the column is in Avro's records
   * @param mustBeRight whether a value that is none of its type makes the row unusable
   */
  ParquetCell(ParquetColumn column, int field, boolean mustBeRight) {
    this.column = column;
    this.text = column.text();
    this.field = field;
    this.mustBeRight = mustBeRight;
    this.isNumber = column.isNumber();
    this.key =
        new TextBuffer()
            .appendQuoted(column.name())
            .append(':')
            .toString()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Takes the value; says what is wrong with it, or returns null. */
  String take(IndexedRecord values) {
    Object value = values.get(field);
    written.clear();
    isNull = value == null;
    if (isNull || text.write(value, written) || !mustBeRight) {
      return null;
    }
    return "holds %s in the column '%s', which is no value of its type %s"
        .formatted(written, column.name(), column.kind());
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
    } else if (isNumber && isPlain()) {
      target.append(written);
    } else {
      target.appendQuoted(written);
    }
  }

  /** Whether it is not NaN or infinite, of which JSON has no numbers. */
  private boolean isPlain() {
    byte last = written.at(written.length() - 1);
    return last != 'N' && last != 'y';
  }
}
