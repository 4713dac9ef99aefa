package tributary.input;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A time of which some parts are known before others that they depend on. */
final class TimeReading {
  CivilTime time;

  /** Hours to be added for am or pm. */
  int half;

  /** From Monday, 1; 0 when none was written. */
  int weekday;

  /** From 1; 0 when none was written. */
  int dayOfYear;

  /** Null when none was written. */
  ZoneId zone;

  void begin(CivilTime cleared) {
    cleared.clear();
    time = cleared;
    half = 0;
    weekday = 0;
    dayOfYear = 0;
    zone = null;
  }

  /** Puts the parts together; false when there is no such time. */
  boolean finish(boolean twelveHours) {
    if (twelveHours) {
      if (time.hour < 1 || time.hour > 12) {
        return false;
      }
      time.hour = time.hour % 12 + half;
    }
    return (dayOfYear == 0 || setDayOfYear()) && time.isReal() && isWeekday() && setZone();
  }

  private boolean setDayOfYear() {
    if (time.year < 1 || dayOfYear > LocalDate.of(time.year, 1, 1).lengthOfYear()) {
      return false;
    }
    LocalDate date = LocalDate.ofYearDay(time.year, dayOfYear);
    time.month = date.getMonthValue();
    time.day = date.getDayOfMonth();
    return true;
  }

  private boolean isWeekday() {
    return weekday == 0
        || LocalDate.of(time.year, time.month, time.day).getDayOfWeek().getValue() == weekday;
  }

  /** Of a time that a zone has twice, the first; none for one that it leaves out. */
  private boolean setZone() {
    if (zone == null) {
      return true;
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time.toLocalDateTime());
    if (offsets.isEmpty() || offsets.get(0).getTotalSeconds() % 60 != 0) {
      return false;
    }
    time.setOffset(offsets.get(0).getTotalSeconds() / 60);
    return true;
  }
}
