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
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Any other pattern, such as one with weeks or quarters, by Java's own formatter, in English. */
final class FormatterPattern implements TimestampPattern {
  private static final ZonedDateTime EXAMPLE =
      ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

  private final DateTimeFormatter formatter;

  /**
   * @throws IllegalArgumentException when the pattern is not understood, or names no date
   */
  FormatterPattern(String pattern) {
    try {
      this.formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(withProlepticYears(pattern))
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
      if (formatter.parse(formatter.format(EXAMPLE)).query(TemporalQueries.localDate()) == null) {
        throw new IllegalArgumentException("no date");
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "Invalid date pattern '%s': expected letters as of Java's DateTimeFormatter, with a year, a month and a day"
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
      if (date == null) {
        return false;
      }
      time.set(LocalDateTime.of(date, ofDay == null ? LocalTime.MIDNIGHT : ofDay));
      return setOffset(parsed, time) && time.isReal();
    } catch (DateTimeParseException e) {
      return false;
    }
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
