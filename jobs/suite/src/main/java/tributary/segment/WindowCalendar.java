package tributary.segment;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import tributary.config.WindowSettings;

/** On which days windows end. */
public final class WindowCalendar {
  private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

  private WindowCalendar() {}

  /**
   * The latest boundary of the calendar that is not after a day: for months the first day of one,
   * for 3 months that of a quarter, for 12 months that of a year; for days a multiple of them after
   * a Monday, so that P7D ends on Mondays.
   */
  public static LocalDate latestBoundary(Period every, LocalDate day) {
    long months = every.toTotalMonths();
    if (months > 0) {
      LocalDate january = LocalDate.of(0, 1, 1);
      long passed = ChronoUnit.MONTHS.between(january, day.withDayOfMonth(1));
      return january.plusMonths(passed - Math.floorMod(passed, months));
    }
    long passed = ChronoUnit.DAYS.between(FIRST_MONDAY, day);
    return day.minusDays(Math.floorMod(passed, (long) every.getDays()));
  }

  /**
   * The ends of all windows, oldest first: the last one, and as many before it as the settings'
   * first day asks for.
   */
  static List<LocalDate> ends(WindowSettings settings, LocalDate lastEnd) {
    LinkedList<LocalDate> ends = new LinkedList<>(List.of(lastEnd));
    Optional<LocalDate> from = settings.from();
    for (int i = 1; from.isPresent(); i++) {
      LocalDate end = lastEnd.minus(settings.every().multipliedBy(i));
      if (end.isBefore(from.get())) {
        break;
      }
      ends.addFirst(end);
    }
    return List.copyOf(ends);
  }
}
