package tributary.input;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Takes the values of a flat column of a Parquet file, and puts their texts into its cell. A value
 * that stands in a dictionary becomes text once, however many rows have it.
 */
final class ParquetTexts extends PrimitiveConverter {
  private static final int UNKNOWN = -1;

  private final PrimitiveTypeName physical;
  private final ParquetValues values;
  private final int column;
  private final PrimitiveConverter converter;
  private final ParquetText text;
  private final ParquetCell cell;
  private final TextBuffer written = new TextBuffer();
  private Dictionary dictionary;
  private TextBuffer known;
  private int[] starts;
  private int[] ends;
  private BitSet wrong;

  /**
   * @param column its place in {@code values}
   */
  ParquetTexts(ParquetColumn declared, ParquetValues values, int column, ParquetCell cell) {
    this.physical = declared.type().asPrimitiveType().getPrimitiveTypeName();
    this.values = values;
    this.column = column;
    this.converter = values.converter(column);
    this.text = declared.text();
    this.cell = cell;
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary next) {
    dictionary = next;
    known = new TextBuffer();
    starts = new int[next.getMaxId() + 1];
    ends = new int[starts.length];
    wrong = new BitSet();
    Arrays.fill(starts, UNKNOWN);
  }

  @Override
  public void addValueFromDictionary(int id) {
    if (starts[id] == UNKNOWN) {
      learn(id);
    }
    cell.take(known, starts[id], ends[id], !wrong.get(id));
  }

  private void learn(int id) {
    switch (physical) {
      case BOOLEAN -> converter.addBoolean(dictionary.decodeToBoolean(id));
      case INT32 -> converter.addInt(dictionary.decodeToInt(id));
      case INT64 -> converter.addLong(dictionary.decodeToLong(id));
      case FLOAT -> converter.addFloat(dictionary.decodeToFloat(id));
      case DOUBLE -> converter.addDouble(dictionary.decodeToDouble(id));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
          converter.addBinary(dictionary.decodeToBinary(id));
    }
    starts[id] = known.length();
    wrong.set(id, !text.write(values.last(column), known));
    ends[id] = known.length();
  }

  private void write() {
    boolean isRight = text.write(values.last(column), written.clear());
    cell.take(written, 0, written.length(), isRight);
  }

  @Override
  public void addBinary(Binary value) {
    converter.addBinary(value);
    write();
  }

  @Override
  public void addBoolean(boolean value) {
    converter.addBoolean(value);
    write();
  }

  @Override
  public void addDouble(double value) {
    converter.addDouble(value);
    write();
  }

  @Override
  public void addFloat(float value) {
    converter.addFloat(value);
    write();
  }

  @Override
  public void addInt(int value) {
    converter.addInt(value);
    write();
  }

  @Override
  public void addLong(long value) {
    converter.addLong(value);
    write();
  }
}
