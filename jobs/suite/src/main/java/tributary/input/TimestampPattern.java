package tributary.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A way of writing a time, as {@code TIMESTAMP_TEXT} is told of it. Strict. */
interface TimestampPattern {
  /** Reads a text into a time; false when it is not written like this, or there is no such time. */
  boolean parse(TextArgument text, CivilTime time);

  /** Whether what is written like this is canonical text already. */
  default boolean isCanonical() {
    return false;
  }

  /**
   * A pattern, for each way of its optional parts in {@code [...]} that names a time, the longest
   * first.
   *
   * @param pattern {@code epoch-seconds}, {@code epoch-millis}, or letters as of {@link
   *     java.time.format.DateTimeFormatter}
   * @param language of names
   * @throws IllegalArgumentException when it is not understood
   */
  static List<TimestampPattern> of(String pattern, Locale language) {
    if (pattern.equals("yyyy-MM-dd HH:mm:ss")) {
      return List.of(new CanonicalPattern());
    }
    if (pattern.equals("epoch-seconds")) {
      return List.of(new EpochPattern(1_000_000));
    }
    if (pattern.equals("epoch-millis")) {
      return List.of(new EpochPattern(1_000));
    }
    List<String> ways = OptionalParts.expand(pattern);
    if (!ways.stream().allMatch(PartsPattern::understands)) {
      return List.of(new FormatterPattern(pattern));
    }
    List<TimestampPattern> patterns = new ArrayList<>();
    patterns.add(new PartsPattern(ways.get(0), language));
    ways.stream()
        .skip(1)
        .filter(PartsPattern::namesTime)
        .forEach(way -> patterns.add(new PartsPattern(way, language)));
    return patterns;
  }
}
