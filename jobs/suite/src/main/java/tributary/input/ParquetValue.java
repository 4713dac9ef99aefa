package tributary.input;

import java.util.function.Supplier;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * A value of a column of a Parquet file as Avro reads its physical type.
 *
 * @param physical how it is stored
 * @param converter takes it
 * @param last gives what the converter took last
 */
record ParquetValue(
    PrimitiveTypeName physical, PrimitiveConverter converter, Supplier<Object> last) {
  /** The next one. */
  Object next(ValuesReader values) {
    switch (physical) {
      case BOOLEAN -> converter.addBoolean(values.readBoolean());
      case INT32 -> converter.addInt(values.readInteger());
      case INT64 -> converter.addLong(values.readLong());
      case FLOAT -> converter.addFloat(values.readFloat());
      case DOUBLE -> converter.addDouble(values.readDouble());
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> converter.addBinary(values.readBytes());
    }
    return last.get();
  }

  /** The one with a number in a dictionary. */
  Object of(Dictionary dictionary, int number) {
    switch (physical) {
      case BOOLEAN -> converter.addBoolean(dictionary.decodeToBoolean(number));
      case INT32 -> converter.addInt(dictionary.decodeToInt(number));
      case INT64 -> converter.addLong(dictionary.decodeToLong(number));
      case FLOAT -> converter.addFloat(dictionary.decodeToFloat(number));
      case DOUBLE -> converter.addDouble(dictionary.decodeToDouble(number));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
          converter.addBinary(dictionary.decodeToBinary(number));
    }
    return last.get();
  }
}
