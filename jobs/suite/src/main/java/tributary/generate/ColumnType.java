package tributary.generate;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** How values are written: as text in CSV, and by an Avro type in Parquet. */
enum ColumnType {
  /** A String. */
  TEXT(Schema.create(Schema.Type.STRING)),
  /** An Integer. */
  NUMBER(Schema.create(Schema.Type.INT)),
  /** A Boolean, {@code true} or {@code false} in CSV. */
  FLAG(Schema.create(Schema.Type.BOOLEAN)),
  /** A BigDecimal with two decimals. */
  DECIMAL(LogicalTypes.decimal(10, 2).addToSchema(Schema.create(Schema.Type.BYTES))),
  /** A LocalDate, {@code yyyy-MM-dd} in CSV. */
  DATE(LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT))),
  /** A LocalDateTime, {@code yyyy-MM-dd HH:mm:ss} in CSV. */
  MOMENT(LogicalTypes.localTimestampMicros().addToSchema(Schema.create(Schema.Type.LONG)));

  private final Schema avroType;

  ColumnType(Schema avroType) {
    this.avroType = avroType;
  }

  Schema avroType() {
    return avroType;
  }

  /** The value as CSV has it; null stays null. */
  String text(Object value) {
    if (value == null) {
      return null;
    }
    return switch (this) {
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case MOMENT -> moment((LocalDateTime) value);
      default -> value.toString();
    };
  }

  private static String moment(LocalDateTime moment) {
    StringBuilder text = new StringBuilder(19).append(moment.toLocalDate()).append(' ');
    appendTwoDigits(text, moment.getHour()).append(':');
    appendTwoDigits(text, moment.getMinute()).append(':');
    return appendTwoDigits(text, moment.getSecond()).toString();
  }

  private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
