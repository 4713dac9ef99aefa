package tributary.input;

import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericFixed;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * How the values of a Parquet column become text: decimals and numbers plain, dates and times as of
 * ISO with a blank between, texts as they are. Values come as Avro holds the physical type:
 * Boolean, Integer, Long, Float, Double, {@link ByteBuffer} or {@link GenericFixed}, and texts as
 * {@link Binary}. What a value means is told by Parquet's logical type alone
 * (https://github.com/apache/parquet-format/blob/master/LogicalTypes.md).
 */
@FunctionalInterface
interface ParquetText {
  /**
   * Writes a value that is not null.
   *
   * @return false when the value is none of its type; what is written then shows it
   */
  boolean write(Object value, TextBuffer target);

  /** The text of a column's values, or null when its type has none. */
  static ParquetText of(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical == null || logical instanceof UnknownLogicalTypeAnnotation) {
      return ofPhysical(type);
    }
    if (isText(logical)) {
      return ParquetBytes::text;
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return ParquetNumbers.decimal(decimal.getScale());
    }
    if (logical instanceof IntLogicalTypeAnnotation integer) {
      return integer.isSigned() ? ParquetNumbers::integer : ParquetNumbers::unsigned;
    }
    if (logical instanceof DateLogicalTypeAnnotation) {
      return ParquetTimes::date;
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      return ParquetTimes.time(time.getUnit());
    }
    if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return ParquetTimes.timestamp(timestamp.getUnit());
    }
    if (logical instanceof Float16LogicalTypeAnnotation) {
      return ParquetNumbers::half;
    }
    return logical instanceof UUIDLogicalTypeAnnotation ? ParquetBytes::uuid : null;
  }

  /** Whether bytes of this logical type are a text. */
  static boolean isText(LogicalTypeAnnotation logical) {
    return logical instanceof StringLogicalTypeAnnotation
        || logical instanceof EnumLogicalTypeAnnotation
        || logical instanceof JsonLogicalTypeAnnotation;
  }

  private static ParquetText ofPhysical(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> ParquetNumbers::bool;
      case INT32, INT64 -> ParquetNumbers::integer;
      case INT96 -> ParquetTimes::int96;
      case FLOAT -> ParquetNumbers::single;
      case DOUBLE -> ParquetNumbers::real;
      case BINARY -> ParquetBytes::text;
      case FIXED_LEN_BYTE_ARRAY -> null;
    };
  }
}
