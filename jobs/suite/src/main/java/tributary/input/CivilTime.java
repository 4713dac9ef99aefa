package tributary.input;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.flink.table.data.TimestampData;

/**
 * A date and time of day, to the microsecond, the offset from UTC where one was written, and its
 * canonical text: {@code yyyy-MM-dd HH:mm:ss}, then {@code .SSSSSS} unless that is zero, then
 * {@code +HH:mm} if there is an offset. Reused from row to row.
 */
final class CivilTime {
  private static final int SECONDS_LENGTH = 19;
  private static final int MICROS_LENGTH = 26;
  private static final int OFFSET_LENGTH = 6;
  static final int LAST_YEAR = 9999;
  private static final int MOST_OFFSET_MINUTES = 18 * 60;

  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int micros;
  boolean hasOffset;
  int offsetMinutes;

  void clear() {
    year = 0;
    month = 0;
    day = 0;
    hour = 0;
    minute = 0;
    second = 0;
    micros = 0;
    hasOffset = false;
  }

  void set(LocalDateTime time) {
    year = time.getYear();
    month = time.getMonthValue();
    day = time.getDayOfMonth();
    hour = time.getHour();
    minute = time.getMinute();
    second = time.getSecond();
    micros = time.getNano() / 1000;
    hasOffset = false;
  }

  void setOffset(int minutes) {
    hasOffset = true;
    offsetMinutes = minutes;
  }

  /** Whether there is such a date, in the years 1 to 9999, and such a time and offset. */
  boolean isReal() {
    return year >= 1
        && year <= LAST_YEAR
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= daysInMonth()
        && hour <= 23
        && minute <= 59
        && second <= 59
        && (!hasOffset || Math.abs(offsetMinutes) <= MOST_OFFSET_MINUTES);
  }

  private int daysInMonth() {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Reads canonical text; false when it is not exactly that, or not real. */
  boolean parse(byte[] text, int start, int end) {
    int length = lengthWithoutOffset(text, start, end);
    if (length != SECONDS_LENGTH && length != MICROS_LENGTH) {
      return false;
    }
    boolean separated =
        text[start + 4] == '-'
            && text[start + 7] == '-'
            && text[start + 10] == ' '
            && text[start + 13] == ':'
            && text[start + 16] == ':'
            && (length == SECONDS_LENGTH || text[start + 19] == '.');
    if (!separated) {
      return false;
    }
    year = digits(text, start, 4);
    month = digits(text, start + 5, 2);
    day = digits(text, start + 8, 2);
    hour = digits(text, start + 11, 2);
    minute = digits(text, start + 14, 2);
    second = digits(text, start + 17, 2);
    micros = length == SECONDS_LENGTH ? 0 : digits(text, start + 20, 6);
    return (hour | minute | second | micros) >= 0
        && readOffset(text, start + length, end)
        && isReal();
  }

  /** How much of canonical text comes before its offset; of other text, anything. */
  static int lengthWithoutOffset(byte[] text, int start, int end) {
    int length = end - start;
    int sign = end - OFFSET_LENGTH;
    boolean hasOffset =
        length >= SECONDS_LENGTH + OFFSET_LENGTH && (text[sign] == '+' || text[sign] == '-');
    return hasOffset ? length - OFFSET_LENGTH : length;
  }

  private boolean readOffset(byte[] text, int start, int end) {
    hasOffset = start < end;
    if (!hasOffset) {
      return true;
    }
    int hours = digits(text, start + 1, 2);
    int minutes = digits(text, start + 4, 2);
    int size = hours * 60 + minutes;
    offsetMinutes = text[start] == '-' ? -size : size;
    return text[start + 3] == ':' && (hours | minutes) >= 0 && minutes <= 59;
  }

  /** A number of so many digits, or a negative one where something else stands. */
  static int digits(byte[] text, int start, int count) {
    int number = 0;
    for (int i = start; i < start + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  LocalDateTime toLocalDateTime() {
    return LocalDateTime.of(year, month, day, hour, minute, second, micros * 1000);
  }

  TimestampData toTimestamp() {
    long seconds = ((hour * 60L + minute) * 60L) + second;
    long millis =
        (LocalDate.of(year, month, day).toEpochDay() * 86_400L + seconds) * 1000L + micros / 1000;
    return TimestampData.fromEpochMillis(millis, micros % 1000 * 1000);
  }

  /** Writes canonical text to an array of at least 32 bytes; its length. */
  int write(byte[] target) {
    int length = writeWithoutOffset(target);
    if (!hasOffset) {
      return length;
    }
    target[length] = (byte) (offsetMinutes < 0 ? '-' : '+');
    put(target, length + 1, Math.abs(offsetMinutes) / 60, 2);
    target[length + 3] = ':';
    put(target, length + 4, Math.abs(offsetMinutes) % 60, 2);
    return length + OFFSET_LENGTH;
  }

  private int writeWithoutOffset(byte[] target) {
    put(target, 0, year, 4);
    target[4] = '-';
    put(target, 5, month, 2);
    target[7] = '-';
    put(target, 8, day, 2);
    target[10] = ' ';
    put(target, 11, hour, 2);
    target[13] = ':';
    put(target, 14, minute, 2);
    target[16] = ':';
    put(target, 17, second, 2);
    if (micros == 0) {
      return SECONDS_LENGTH;
    }
    target[19] = '.';
    put(target, 20, micros, 6);
    return MICROS_LENGTH;
  }

  private static void put(byte[] target, int start, int number, int count) {
    int left = number;
    for (int i = start + count - 1; i >= start; i--) {
      target[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }
}
