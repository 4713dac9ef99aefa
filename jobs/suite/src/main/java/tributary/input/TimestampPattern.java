package tributary.input;

/** A way of writing a time, as {@code TIMESTAMP_TEXT} is told of it. Strict. */
interface TimestampPattern {
  /** Reads a text into a time; false when it is not written like this, or there is no such time. */
  boolean parse(TextArgument text, CivilTime time);

  /** Whether what is written like this is canonical text already. */
  default boolean isCanonical() {
    return false;
  }

  /**
   * @param pattern {@code epoch-seconds}, {@code epoch-millis}, or letters as of {@link
   *     java.time.format.DateTimeFormatter}
   * @throws IllegalArgumentException when it is not understood
   */
  static TimestampPattern of(String pattern) {
    if (pattern.equals("yyyy-MM-dd HH:mm:ss")) {
      return new CanonicalPattern();
    }
    if (pattern.equals("epoch-seconds")) {
      return new EpochPattern(1_000_000);
    }
    if (pattern.equals("epoch-millis")) {
      return new EpochPattern(1_000);
    }
    return DigitsPattern.understands(pattern)
        ? new DigitsPattern(pattern)
        : new FormatterPattern(pattern);
  }
}
