package tributary.input.draft;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.flink.table.data.StringData;
import tributary.input.NumberText;
import tributary.input.TimestampText;

/** What the functions of profiles make of texts, so that a draft promises no more than they do. */
final class Readings {
  private static final Pattern CANONICAL_NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern CANONICAL_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?( ?(Z|[+-][0-9:]+))?");

  private final NumberText numbers = new NumberText();
  private final Map<String, TimestampText> times = new HashMap<>();
  private final Map<String, StringData> patterns = new HashMap<>();

  /** The number that {@code NUMBER_TEXT} finds, with this decimal mark. */
  Optional<BigDecimal> number(String text, char mark) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    StringData found =
        numbers.eval(StringData.fromString(text), StringData.fromString(String.valueOf(mark)));
    boolean isLeftAlone =
        mark == ',' && text.indexOf('.') >= 0 && text.equals(String.valueOf(found));
    return found != null && !isLeftAlone && CANONICAL_NUMBER.matcher(found.toString()).matches()
        ? Optional.of(new BigDecimal(found.toString()))
        : Optional.empty();
  }

  /** The canonical time that {@code TIMESTAMP_TEXT} finds by this pattern. */
  Optional<String> time(String text, String pattern) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    StringData found =
        times
            .computeIfAbsent(pattern, any -> new TimestampText())
            .eval(
                StringData.fromString(text),
                patterns.computeIfAbsent(pattern, StringData::fromString));
    return found != null && CANONICAL_TIME.matcher(found.toString()).matches()
        ? Optional.of(found.toString())
        : Optional.empty();
  }
}
