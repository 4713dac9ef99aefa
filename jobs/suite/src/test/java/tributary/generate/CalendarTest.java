package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  @Test
  void addsUpToAllLines() {
    for (long lines : new long[] {1, 7, 730, 30_000, 1_000_000_000}) {
      long[] shares = shareOut(lines, always());

      assertThat(Arrays.stream(shares).sum()).isEqualTo(lines);
      assertThat(Arrays.stream(shares)).allMatch(share -> share >= 0);
    }
  }

  @Test
  void leavesDaysWithoutCustomersEmpty() {
    long[] activity = always();
    Arrays.fill(activity, 0, 100, 0);
    Arrays.fill(activity, 700, Samples.DAYS, 0);

    long[] shares = shareOut(30_000, activity);

    assertThat(Arrays.stream(shares).sum()).isEqualTo(30_000);
    assertThat(Arrays.copyOfRange(shares, 0, 100)).containsOnly(0);
    assertThat(Arrays.copyOfRange(shares, 700, Samples.DAYS)).containsOnly(0);
  }

  @Test
  void growsWithTheCustomers() {
    long[] activity = always();
    Arrays.fill(activity, 366, Samples.DAYS, 2_000);

    long[] shares = shareOut(1_000_000, activity);

    double firstJune = meanOn(shares, date -> date.toString().startsWith("2024-06"));
    double secondJune = meanOn(shares, date -> date.toString().startsWith("2025-06"));
    assertThat(secondJune / firstJune).isBetween(1.9, 2.1);
  }

  @Test
  void isBusiestInDecemberAndOnSaturdays() {
    long[] shares = shareOut(1_000_000, always());

    double december = meanOn(shares, date -> date.getMonth() == Month.DECEMBER);
    double february = meanOn(shares, date -> date.getMonth() == Month.FEBRUARY);
    double saturday = meanOn(shares, date -> date.getDayOfWeek() == DayOfWeek.SATURDAY);
    double sunday = meanOn(shares, date -> date.getDayOfWeek() == DayOfWeek.SUNDAY);
    assertThat(december / february).isBetween(1.75, 2.0);
    assertThat(saturday / sunday).isBetween(1.7, 1.9);
  }

  private static long[] always() {
    long[] activity = new long[Samples.DAYS];
    Arrays.fill(activity, 1_000);
    return activity;
  }

  private static long[] shareOut(long lines, long[] activity) {
    return Calendar.shareOut(lines, FIRST_DAY, activity, Samples.random(71));
  }

  private static double meanOn(long[] shares, Predicate<LocalDate> condition) {
    return IntStream.range(0, shares.length)
        .filter(day -> condition.test(FIRST_DAY.plusDays(day)))
        .mapToLong(day -> shares[day])
        .average()
        .orElseThrow();
  }
}
