package tributary.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.flink.types.Row;

/** One JSON object per line, in UTF-8. */
final class JsonResultWriter implements ResultWriter {
  private final List<ResultColumn> columns;
  private final JsonGenerator json;

  JsonResultWriter(List<ResultColumn> columns, OutputStream out) {
    this.columns = List.copyOf(columns);
    try {
      this.json = JsonValues.FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write rows as JSON", e);
    }
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  @Override
  public void write(Row row) {
    try {
      json.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        json.writeFieldName(columns.get(i).name());
        JsonValues.write(row.getField(i), json);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a row as JSON", e);
    }
  }

  @Override
  public void finish() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write rows as JSON", e);
    }
  }
}
