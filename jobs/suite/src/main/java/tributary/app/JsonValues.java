package tributary.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.types.Row;

/**
 * Values of results as JSON: decimals exact, dates and times in ISO 8601, bytes in hexadecimal, and
 * texts for numbers that JSON has not.
 */
final class JsonValues {
  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private JsonValues() {}

  static boolean isNested(Object value) {
    return value instanceof Row
        || value instanceof Map
        || value instanceof List
        || value instanceof Object[];
  }

  static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a value as JSON", e);
    }
    return text.toString();
  }

  static void write(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(number, json);
    } else if (value instanceof byte[] bytes) {
      json.writeString(HexFormat.of().formatHex(bytes));
    } else if (isNested(value)) {
      writeNested(value, json);
    } else if (value instanceof LocalDateTime time) {
      json.writeString(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    } else {
      json.writeString(value.toString());
    }
  }

  private static void writeNumber(Number number, JsonGenerator json) throws IOException {
    if (number instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (number instanceof Double || number instanceof Float) {
      json.writeNumber(number.doubleValue());
    } else {
      json.writeNumber(number.longValue());
    }
  }

  private static void writeNested(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), json);
      }
      json.writeEndObject();
      return;
    }
    json.writeStartArray();
    for (Object item : items(value)) {
      write(item, json);
    }
    json.writeEndArray();
  }

  private static List<?> items(Object value) {
    if (value instanceof Row row) {
      Object[] fields = new Object[row.getArity()];
      Arrays.setAll(fields, row::getField);
      return Arrays.asList(fields);
    }
    return value instanceof Object[] array ? Arrays.asList(array) : (List<?>) value;
  }
}
