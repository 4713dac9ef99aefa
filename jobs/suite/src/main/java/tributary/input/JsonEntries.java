package tributary.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/**
 * {@code JSON_ENTRIES(json)}: the entries of a JSON object, each with its name and text, trimmed;
 * without those that are null or blank. Nothing for what is not an object.
 */
@FunctionHint(output = @DataTypeHint("ROW<entry_name STRING, entry_text STRING>"))
public final class JsonEntries extends TableFunction<Row> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public void eval(String json) {
    if (json != null) {
      parsed(json).properties().forEach(entry -> emit(entry.getKey(), entry.getValue()));
    }
  }

  private void emit(String name, JsonNode value) {
    String text = value.isContainerNode() ? value.toString() : value.asText().strip();
    if (!value.isNull() && !text.isEmpty()) {
      collect(Row.of(name, text));
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return MAPPER.createObjectNode();
    }
  }
}
