package tributary.recommend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of models as JSON, in the order of their names. */
final class ModelParameters {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ModelParameters() {}

  static String json(Map<String, ?> parameters) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(parameters));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write as JSON: " + parameters, e);
    }
  }

  static Map<String, Number> of(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Invalid parameters of a model: " + json, e);
    }
  }
}
