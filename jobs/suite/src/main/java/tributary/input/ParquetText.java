package tributary.input;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;

/** Values of Parquet files as text: decimals plain, dates ISO, times to the microsecond. */
final class ParquetText {
  private static final long MICROS = 1_000_000L;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter FRACTIONS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private ParquetText() {}

  /** The text of a value that is not null. */
  static String of(Object value, Schema declared) {
    Schema schema = withoutNull(declared);
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return new BigDecimal(new BigInteger(bytes(value)), decimal.getScale()).toPlainString();
    }
    if (value instanceof Number number && logical != null) {
      return time(number.longValue(), logical);
    }
    if (value instanceof ByteBuffer || value instanceof GenericFixed) {
      return HexFormat.of().formatHex(bytes(value));
    }
    if (value instanceof Double || value instanceof Float) {
      return number(value.toString());
    }
    return value.toString();
  }

  private static String number(String text) {
    return text.endsWith("N") || text.endsWith("y")
        ? text
        : new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  private static String time(long count, LogicalType logical) {
    return switch (logical.getName()) {
      case "date" -> LocalDate.ofEpochDay(count).toString();
      case "time-millis" -> LocalTime.ofNanoOfDay(count * 1_000_000).toString();
      case "time-micros" -> LocalTime.ofNanoOfDay(count * 1_000).toString();
      case "timestamp-millis", "local-timestamp-millis" ->
          timestamp(Math.multiplyExact(count, 1000));
      case "timestamp-micros", "local-timestamp-micros" -> timestamp(count);
      case "timestamp-nanos", "local-timestamp-nanos" -> timestamp(Math.floorDiv(count, 1000));
      default -> Long.toString(count);
    };
  }

  private static String timestamp(long micros) {
    int nanos = (int) Math.floorMod(micros, MICROS) * 1000;
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC);
    return (nanos == 0 ? SECONDS : FRACTIONS).format(time);
  }

  private static byte[] bytes(Object value) {
    if (value instanceof GenericFixed fixed) {
      return fixed.bytes();
    }
    ByteBuffer buffer = ((ByteBuffer) value).duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static Schema withoutNull(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }
}
