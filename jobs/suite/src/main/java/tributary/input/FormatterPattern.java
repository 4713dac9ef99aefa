package tributary.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Any other pattern, such as one with weeks or quarters, by Java's own formatter, in English. Weeks
 * are those of ISO 8601.
 */
final class FormatterPattern implements TimestampPattern {
  private static final ZonedDateTime EXAMPLE =
      ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

  private static final Locale ENGLISH_WITH_ISO_WEEKS = Locale.forLanguageTag("en-u-rg-gbzzzz");
  private static final Pattern NEEDLESS_ZERO = Pattern.compile("\\b0+(?=[0-9])");

  private final DateTimeFormatter formatter;
  private final boolean hasWeeks;

  /**
   * @throws IllegalArgumentException when the pattern is not understood, or names no date
   */
  FormatterPattern(String pattern) {
    this.hasWeeks = pattern.matches(".*[YwW].*");
    try {
      this.formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(withProlepticYears(pattern))
              .toFormatter(ENGLISH_WITH_ISO_WEEKS)
              .withResolverStyle(ResolverStyle.STRICT);
      TemporalAccessor example = formatter.parse(formatter.format(EXAMPLE));
      String mistake = pattern.contains("[") ? null : new PatternLetters(pattern).mistake();
      if (example.query(TemporalQueries.localDate()) == null
          || !isWholeOrNoTime(example)
          || mistake != null) {
        throw new IllegalArgumentException("no date, a part of a time, or " + mistake);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "Invalid date pattern '%s': expected letters as of Java's DateTimeFormatter, each once, with a year, a month and a day, and no part of a time alone"
              .formatted(pattern),
          e);
    }
  }

  /** A year of an era does not resolve strictly without the era. */
  private static String withProlepticYears(String pattern) {
    StringBuilder replaced = new StringBuilder();
    boolean literal = false;
    for (char letter : pattern.toCharArray()) {
      literal ^= letter == '\'';
      replaced.append(letter == 'y' && !literal ? 'u' : letter);
    }
    return replaced.toString();
  }

  @Override
  public boolean parse(TextArgument text, CivilTime time) {
    try {
      TemporalAccessor parsed = formatter.parse(text.toString());
      LocalDate date = parsed.query(TemporalQueries.localDate());
      LocalTime ofDay = parsed.query(TemporalQueries.localTime());
      if (date == null || !isWholeOrNoTime(parsed) || hasWeeks && !saysSame(parsed, text)) {
        return false;
      }
      time.set(LocalDateTime.of(date, ofDay == null ? LocalTime.MIDNIGHT : ofDay));
      return setOffset(parsed, time) && time.isReal();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Not an hour of which the half of the day is not known, or minutes without hours. */
  private static boolean isWholeOrNoTime(TemporalAccessor parsed) {
    return parsed.query(TemporalQueries.localTime()) != null
        || Arrays.stream(ChronoField.values())
            .noneMatch(field -> field.isTimeBased() && parsed.isSupported(field));
  }

  /** Java takes the 53rd week of a year that has 52 for another. */
  private boolean saysSame(TemporalAccessor parsed, TextArgument text) {
    String again = NEEDLESS_ZERO.matcher(formatter.format(parsed)).replaceAll("");
    return again.equalsIgnoreCase(NEEDLESS_ZERO.matcher(text.toString()).replaceAll(""));
  }

  /** False for an offset with seconds, and for a zone's name, which may stand for several. */
  private static boolean setOffset(TemporalAccessor parsed, CivilTime time) {
    ZoneId zone = parsed.query(TemporalQueries.zone());
    if (zone instanceof ZoneOffset offset && offset.getTotalSeconds() % 60 == 0) {
      time.setOffset(offset.getTotalSeconds() / 60);
      return true;
    }
    return zone == null;
  }
}
