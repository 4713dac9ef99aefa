package tributary.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;

/**
 * Dates and times of Parquet files: {@code yyyy-MM-dd HH:mm:ss}, behind it six digits of a second's
 * fraction where there is one, nine where it has nanoseconds. What is kept in UTC stays in UTC.
 */
final class ParquetTimes {
  private static final long DAY_SECONDS = 86_400;
  private static final long SECOND_NANOS = 1_000_000_000;

  /** The Julian day number of 1970-01-01. */
  private static final int EPOCH_JULIAN_DAY = 2_440_588;

  private ParquetTimes() {}

  static boolean date(Object days, TextBuffer target) {
    return day((Integer) days, target);
  }

  static ParquetText time(TimeUnit unit) {
    long units = perSecond(unit);
    return (value, target) -> {
      long count = ((Number) value).longValue();
      if (count < 0 || count > DAY_SECONDS * units) {
        target.append(Long.toString(count));
        return false;
      }
      return ofDay(count / units, count % units * (SECOND_NANOS / units), target);
    };
  }

  static ParquetText timestamp(TimeUnit unit) {
    long units = perSecond(unit);
    DayText days = new DayText();
    return (value, target) -> {
      long count = ((Number) value).longValue();
      long seconds = Math.floorDiv(count, units);
      long nanos = Math.floorMod(count, units) * (SECOND_NANOS / units);
      days.append(Math.floorDiv(seconds, DAY_SECONDS), target);
      target.append(' ');
      return ofDay(Math.floorMod(seconds, DAY_SECONDS), nanos, target);
    };
  }

  /** Eight bytes of nanoseconds in the day, four of the Julian day, the lowest byte first. */
  static boolean int96(Object value, TextBuffer target) {
    ByteBuffer bytes = ByteBuffer.wrap(ParquetBytes.of(value)).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    int day = bytes.getInt();
    if (nanos < 0 || nanos >= DAY_SECONDS * SECOND_NANOS) {
      return !ParquetBytes.hex(value, target);
    }
    day((long) day - EPOCH_JULIAN_DAY, target);
    target.append(' ');
    return ofDay(nanos / SECOND_NANOS, nanos % SECOND_NANOS, target);
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000;
      case MICROS -> 1_000_000;
      case NANOS -> SECOND_NANOS;
    };
  }

  private static boolean day(long epochDay, TextBuffer target) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    if (date.getYear() < 0 || date.getYear() > 9999) {
      target.append(date.toString());
      return true;
    }
    target.append(date.getYear(), 4).append('-').append(date.getMonthValue(), 2);
    target.append('-').append(date.getDayOfMonth(), 2);
    return true;
  }

  private static boolean ofDay(long seconds, long nanos, TextBuffer target) {
    target.append(seconds / 3600, 2).append(':').append(seconds / 60 % 60, 2);
    target.append(':').append(seconds % 60, 2);
    if (nanos % 1000 != 0) {
      target.append('.').append(nanos, 9);
    } else if (nanos != 0) {
      target.append('.').append(nanos / 1000, 6);
    }
    return true;
  }

  /** The text of a day, which many times of a file share. */
  private static final class DayText {
    private final TextBuffer text = new TextBuffer();
    private long day = Long.MIN_VALUE;

    void append(long epochDay, TextBuffer target) {
      if (epochDay != day) {
        day(epochDay, text.clear());
        day = epochDay;
      }
      target.append(text, 0, text.length());
    }
  }
}
