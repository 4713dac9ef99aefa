package tributary.input.xlsx;

import java.time.LocalDate;
import java.util.Locale;
import tributary.input.xlsx.CellFormats.Shown;

/**
 * Dates that are numbers: days since the end of 1899, or since 1904, with the time of day as a
 * fraction. A day that never was, such as number 60 (29 February 1900), is written as Excel shows
 * it.
 *
 * @param from1904 whether days count from 1904
 */
record SerialDates(boolean from1904) {
  private static final long MILLIS = 86_400_000;
  private static final int FEBRUARY_29_1900 = 60;
  private static final LocalDate BEFORE_IT = LocalDate.of(1899, 12, 31);
  private static final LocalDate AFTER_IT = LocalDate.of(1899, 12, 30);
  private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** Decimals of a day with which a number tells milliseconds. */
  private static final int DECIMALS_OF_MILLIS = 8;

  /**
   * {@code yyyy-MM-dd HH:mm:ss}, with {@code .SSSSSS} behind it where milliseconds are told; {@code
   * HH:mm:ss} for a time of day alone and a duration. Null for what is no date.
   *
   * @param raw a number as the sheet has it
   */
  String text(String raw, Shown shown) {
    double number = Double.parseDouble(raw);
    if (!(number >= 0 && number < LAST.toEpochDay() * 2.0)) {
      return null;
    }
    long unit = isToldInMillis(raw) || shown == Shown.DATE_OF_FRACTIONS ? 1 : 1000;
    long days = (long) number;
    long millis = Math.round((number - days) * MILLIS / unit) * unit;
    days += millis / MILLIS;
    millis %= MILLIS;
    if (shown == Shown.DURATION) {
      return time(days * 24, millis);
    }
    if (days == 0 && (shown == Shown.TIME || shown == Shown.DATE_OF_FRACTIONS)) {
      return time(0, millis);
    }
    String day = day(days);
    return day == null ? null : day + " " + time(0, millis);
  }

  private String day(long days) {
    if (!from1904 && (days == 0 || days == FEBRUARY_29_1900)) {
      return days == 0 ? "1900-01-00" : "1900-02-29";
    }
    LocalDate first = from1904 ? OF_1904 : days < FEBRUARY_29_1900 ? BEFORE_IT : AFTER_IT;
    LocalDate day = first.plusDays(days);
    return day.isAfter(LAST) ? null : day.toString();
  }

  private static boolean isToldInMillis(String raw) {
    int point = raw.indexOf('.');
    return raw.indexOf('E') > 0
        || raw.indexOf('e') > 0
        || point >= 0 && raw.length() - point - 1 >= DECIMALS_OF_MILLIS;
  }

  private static String time(long hours, long millis) {
    long seconds = millis / 1000;
    StringBuilder text = new StringBuilder();
    appendTwo(text, hours + seconds / 3600).append(':');
    appendTwo(text, seconds / 60 % 60).append(':');
    appendTwo(text, seconds % 60);
    if (millis % 1000 != 0) {
      text.append(String.format(Locale.ROOT, ".%06d", millis % 1000 * 1000));
    }
    return text.toString();
  }

  private static StringBuilder appendTwo(StringBuilder text, long number) {
    return text.append(number < 10 ? "0" : "").append(number);
  }
}
