package tributary.lake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;

/** Rows as maps to Iceberg's records and back. */
final class RowConverter {
  private final TableName table;
  private final Schema schema;

  RowConverter(TableName table, Schema schema) {
    this.table = table;
    this.schema = schema;
  }

  Record recordOf(Map<String, Object> row) {
    GenericRecord result = GenericRecord.create(schema);
    row.forEach(
        (column, value) -> {
          Types.NestedField field = requireColumn(column);
          result.setField(column, value == null ? null : stored(field, value));
        });
    return result;
  }

  Map<String, Object> rowOf(Record row, Collection<String> columns) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (String column : columns) {
      result.put(column, plain(row.getField(column)));
    }
    return result;
  }

  Types.NestedField requireColumn(String column) {
    Types.NestedField field = schema.findField(column);
    if (field == null) {
      throw new IllegalArgumentException("Invalid column of %s: %s".formatted(table, column));
    }
    return field;
  }

  private Object stored(Types.NestedField field, Object value) {
    try {
      return switch (field.type().typeId()) {
        case STRING -> (String) value;
        case LONG -> value instanceof Integer number ? number.longValue() : (Long) value;
        case INTEGER -> (Integer) value;
        case DOUBLE -> finite((Double) value);
        case BOOLEAN -> (Boolean) value;
        case DATE -> (LocalDate) value;
        case TIMESTAMP -> ((LocalDateTime) value).truncatedTo(ChronoUnit.MICROS);
        case BINARY -> ByteBuffer.wrap((byte[]) value);
        case FIXED -> (byte[]) value;
        case DECIMAL -> decimal((Types.DecimalType) field.type(), (BigDecimal) value);
        default -> throw new ClassCastException("its type is not supported");
      };
    } catch (ClassCastException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "Cannot write to column %s of %s: '%s' (%s) is not a %s"
              .formatted(
                  field.name(),
                  table,
                  value,
                  value.getClass().getSimpleName(),
                  ColumnType.nameOf(field.type())),
          e);
    }
  }

  private static Double finite(Double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("not finite");
    }
    return value;
  }

  private static BigDecimal decimal(Types.DecimalType type, BigDecimal value) {
    BigDecimal scaled = value.setScale(type.scale(), RoundingMode.UNNECESSARY);
    if (scaled.precision() > type.precision()) {
      throw new ArithmeticException("too many digits");
    }
    return scaled;
  }

  private static Object plain(Object value) {
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    return value;
  }
}
