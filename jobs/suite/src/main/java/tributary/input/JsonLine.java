package tributary.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import tributary.input.number.TypedNumber;

/**
 * One line of JSON Lines: an object, whose values become text. Numbers are plain and as exact as
 * they are written; objects and arrays stay JSON.
 */
final class JsonLine {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final int MOST_PLACES = 400;
  private static final String TWICE = "Duplicate field ";

  private JsonLine() {}

  /** What is done with each key of the object, and its value's text; null for JSON's null. */
  interface Entry {
    void take(String key, String text);
  }

  /** Why a line is no object with usable values, or null. */
  static String problem(String line, Entry entry) {
    try (JsonParser json = FACTORY.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "is no JSON object";
      }
      String problem = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String key = json.currentName();
        json.nextToken();
        String text = text(json, line);
        problem = problem == null ? problemOf(key, text) : problem;
        entry.take(key, text);
      }
      return json.nextToken() == null ? problem : "holds more than one JSON object";
    } catch (JsonProcessingException e) {
      return problem(e);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read a text in memory", e);
    }
  }

  private static String problem(JsonProcessingException failure) {
    String said = failure.getOriginalMessage();
    return said.startsWith(TWICE)
        ? "has a key twice: " + said.substring(TWICE.length())
        : "is not valid JSON at character " + failure.getLocation().getColumnNr();
  }

  private static String text(JsonParser json, String line) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> plain(json.getText());
      case START_OBJECT, START_ARRAY -> {
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        yield line.substring(start, (int) json.currentLocation().getCharOffset());
      }
      default -> json.getText();
    };
  }

  /** Without an exponent, and without zeros that say nothing. */
  private static String plain(String literal) {
    if (literal.chars().noneMatch(next -> ".eE".indexOf(next) >= 0)) {
      return literal;
    }
    BigDecimal number = new BigDecimal(literal);
    if (Math.abs((long) number.scale()) > MOST_PLACES) {
      return literal;
    }
    return number.signum() == 0 ? "0" : TypedNumber.text(number.stripTrailingZeros());
  }

  private static String problemOf(String key, String text) {
    boolean isBroken = text != null && hasHalfOfPair(text);
    return isBroken ? "has half of a character in the value of '%s'".formatted(key) : null;
  }

  /** Whether a surrogate stands alone, as only an escape can write it: no text can keep it. */
  private static boolean hasHalfOfPair(String text) {
    return text.codePoints()
        .anyMatch(next -> next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE);
  }
}
