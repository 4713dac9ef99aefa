package tributary.generate;

import java.time.LocalDate;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How busy the retailer is from day to day: by weekday (Saturday is busiest, Sunday quietest), by
 * month (December is busiest), by the customers there are, and by up to 5 percent of chance.
 */
final class Calendar {
  /** In percent, Monday first. */
  private static final int[] WEEKDAYS = {90, 88, 92, 100, 120, 135, 75};

  /** In percent, January first. */
  private static final int[] MONTHS = {82, 80, 90, 95, 100, 98, 92, 90, 98, 104, 128, 150};

  private Calendar() {}

  /**
   * Shares out {@code lines} over the days.
   *
   * @param activityByDay the customers' activity on each day from {@code firstDay} on
   * @return the lines of each day; they add up to {@code lines}, and no day without activity has
   *     one
   */
  static long[] shareOut(
      long lines, LocalDate firstDay, long[] activityByDay, UniformRandomProvider random) {
    double[] busy = new double[activityByDay.length];
    double total = 0;
    for (int day = 0; day < busy.length; day++) {
      double chance = random.nextInt(95, 106);
      total += season(firstDay.plusDays(day)) * chance * activityByDay[day];
      busy[day] = total;
    }
    long[] shares = new long[busy.length];
    long before = 0;
    for (int day = 0; day < shares.length; day++) {
      long until = busy[day] == total ? lines : (long) (lines * (busy[day] / total));
      shares[day] = until - before;
      before = until;
    }
    return shares;
  }

  private static double season(LocalDate date) {
    return WEEKDAYS[date.getDayOfWeek().getValue() - 1] * MONTHS[date.getMonthValue() - 1];
  }
}
