package tributary.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Inspected files as JSON text. */
final class InspectedFilesJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private InspectedFilesJson() {}

  static String write(List<InspectedFile> files) {
    try {
      return MAPPER.writeValueAsString(files);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write inspected files as JSON", e);
    }
  }

  static List<InspectedFile> read(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<List<InspectedFile>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read inspected files from JSON: " + json, e);
    }
  }
}
