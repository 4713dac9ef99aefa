package tributary.lake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;

/**
 * One level of a table's partitioning.
 *
 * @param transform year, month, day or identity
 * @param column the column whose values decide
 */
record Partitioning(String transform, String column) {
  static final String EXPECTED = "year(x), month(x), day(x), identity(x) or x";
  private static final Pattern TRANSFORM =
      Pattern.compile("(year|month|day|identity)\\(\\s*(\\w+)\\s*\\)");

  static Optional<Partitioning> parse(String text) {
    Matcher matcher = TRANSFORM.matcher(text);
    if (matcher.matches()) {
      return Optional.of(new Partitioning(matcher.group(1), matcher.group(2)));
    }
    return text.matches("\\w+")
        ? Optional.of(new Partitioning("identity", text))
        : Optional.empty();
  }

  void addTo(PartitionSpec.Builder spec) {
    switch (transform) {
      case "year" -> spec.year(column);
      case "month" -> spec.month(column);
      case "day" -> spec.day(column);
      default -> spec.identity(column);
    }
  }
}
