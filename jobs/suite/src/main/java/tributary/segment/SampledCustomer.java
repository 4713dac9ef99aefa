package tributary.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A customer of a window's sample, as the batch job wrote it.
 *
 * @param windowEnd of the window
 * @param customerId the customer
 * @param features what is known of the customer
 */
record SampledCustomer(LocalDate windowEnd, String customerId, RawFeatures features) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a line of sql/segments/training_sample.sql. */
  static SampledCustomer of(String line) {
    JsonNode read = json(line);
    return new SampledCustomer(
        LocalDate.parse(read.get("window_end").asText()),
        read.get("customer_id").asText(),
        new RawFeatures(
            numbers(read.get("numbers")),
            categories(read.get("categories")),
            attributes(read.get("attributes"))));
  }

  /**
   * Reads attributes, an object of numbers.
   *
   * @param text JSON; null means none
   */
  static Map<String, Double> attributes(String text) {
    return text == null ? Map.of() : attributes(json(text));
  }

  static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot read what the batch job wrote: " + line, e);
    }
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).isNull() ? Double.NaN : array.get(i).asDouble();
    }
    return numbers;
  }

  private static String[] categories(JsonNode array) {
    String[] categories = new String[array.size()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = array.get(i).isNull() ? null : array.get(i).asText();
    }
    return categories;
  }

  private static Map<String, Double> attributes(JsonNode object) {
    if (object.isTextual()) {
      return attributes(object.asText());
    }
    Map<String, Double> attributes = new HashMap<>();
    for (Map.Entry<String, JsonNode> attribute : object.properties()) {
      if (!attribute.getValue().isNull()) {
        attributes.put(attribute.getKey(), attribute.getValue().asDouble());
      }
    }
    return attributes;
  }
}
