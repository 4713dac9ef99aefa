package tributary.input;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Takes the values of a flat column of a Parquet file, and puts their texts into its cell. A value
 * that stands in a dictionary becomes text once, however many rows have it.
 */
final class ParquetConverter extends PrimitiveConverter {
  private final PrimitiveTypeName physical;
  private final ParquetValues values;
  private final int column;
  private final PrimitiveConverter converter;
  private final ParquetCell cell;
  private final ParquetTexts single;
  private final ParquetTexts known;
  private Dictionary dictionary;

  /**
   * @param column its place in {@code values}
   */
  ParquetConverter(ParquetCell cell, ParquetValues values, int column) {
    this.physical = cell.column().type().asPrimitiveType().getPrimitiveTypeName();
    this.values = values;
    this.column = column;
    this.converter = values.converter(column);
    this.cell = cell;
    this.single = new ParquetTexts(cell.column());
    this.known = new ParquetTexts(cell.column());
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary next) {
    dictionary = next;
    known.clear(next.getMaxId() + 1);
  }

  @Override
  public void addValueFromDictionary(int number) {
    if (!known.has(number)) {
      decode(number);
      known.put(number, values.last(column));
    }
    cell.take(known, number);
  }

  private void decode(int number) {
    switch (physical) {
      case BOOLEAN -> converter.addBoolean(dictionary.decodeToBoolean(number));
      case INT32 -> converter.addInt(dictionary.decodeToInt(number));
      case INT64 -> converter.addLong(dictionary.decodeToLong(number));
      case FLOAT -> converter.addFloat(dictionary.decodeToFloat(number));
      case DOUBLE -> converter.addDouble(dictionary.decodeToDouble(number));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
          converter.addBinary(dictionary.decodeToBinary(number));
    }
  }

  private void put() {
    single.clear(1).put(0, values.last(column));
    cell.take(single, 0);
  }

  @Override
  public void addBinary(Binary value) {
    converter.addBinary(value);
    put();
  }

  @Override
  public void addBoolean(boolean value) {
    converter.addBoolean(value);
    put();
  }

  @Override
  public void addDouble(double value) {
    converter.addDouble(value);
    put();
  }

  @Override
  public void addFloat(float value) {
    converter.addFloat(value);
    put();
  }

  @Override
  public void addInt(int value) {
    converter.addInt(value);
    put();
  }

  @Override
  public void addLong(long value) {
    converter.addLong(value);
    put();
  }
}
