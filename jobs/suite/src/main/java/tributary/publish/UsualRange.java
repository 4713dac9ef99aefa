package tributary.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tributary.config.Range;

/**
 * The range of a figure that is usual by what it was for earlier deliveries of as many days: some
 * spreads around their median. The spread is the median deviation, made that of a normal
 * distribution (Huber 1981, Robust Statistics, section 5.1), or what chance does to a delivery so
 * small, if that is more. Days are told by weekday where each has come often enough.
 *
 * @param median of the earlier figures; for a day, of the same weekday
 * @param spread how far figures usually are from it
 * @param earlier how many figures say so
 */
record UsualRange(double median, double spread, int earlier) {
  private static final double OF_NORMAL_DISTRIBUTION = 1.4826;

  /** The spread of so many figures is taken as twice as large. */
  private static final double SHORT_HISTORY = 10;

  private static final int DAYS_OF_WEEK = 7;
  private static final int SAME_WEEKDAYS = 4;

  /**
   * An earlier delivery.
   *
   * @param spansAgo how many spans it lies back; 0 is the delivery that is judged
   */
  record Earlier(int spansAgo, double figure) {}

  /**
   * @param days how many each delivery spans
   * @param chance the standard deviation of a figure of so small a delivery by chance alone
   */
  static UsualRange of(Collection<Earlier> earlier, int days, double chance) {
    if (earlier.isEmpty()) {
      return new UsualRange(0, chance, 0);
    }
    int parts = days == 1 ? DAYS_OF_WEEK : 1;
    double ofAll = median(earlier.stream().mapToDouble(Earlier::figure).toArray());
    List<double[]> byWeekday =
        IntStream.range(0, parts)
            .mapToObj(
                part ->
                    earlier.stream()
                        .filter(each -> Math.floorMod(each.spansAgo(), parts) == part)
                        .mapToDouble(Earlier::figure)
                        .toArray())
            .toList();
    double[] medians =
        byWeekday.stream()
            .mapToDouble(figures -> figures.length < SAME_WEEKDAYS ? ofAll : median(figures))
            .toArray();
    double[] deviations =
        IntStream.range(0, parts)
            .boxed()
            .flatMapToDouble(
                part ->
                    Arrays.stream(byWeekday.get(part)).map(each -> Math.abs(each - medians[part])))
            .toArray();
    double spread =
        OF_NORMAL_DISTRIBUTION * median(deviations) * (1 + SHORT_HISTORY / earlier.size());
    return new UsualRange(medians[0], Math.max(spread, chance), earlier.size());
  }

  /** A range that reaches as far as the expected one, and as the spreads around the median. */
  Range widen(Range expected, double spreads) {
    return new Range(
        Math.min(expected.low(), rounded(median - spreads * spread, RoundingMode.FLOOR)),
        Math.max(expected.high(), rounded(median + spreads * spread, RoundingMode.CEILING)));
  }

  /** As in "usual are -0.012 + 6 x 0.061, by 75 earlier days". */
  String inWords(double spreads, int days) {
    String spans = days == 1 ? "days" : "spans of %s days".formatted(days);
    return String.format(
        Locale.ROOT,
        "usual is %.3f within %s x %.3f, by %d earlier %s",
        median,
        Double.toString(spreads).replaceFirst("[.]0$", ""),
        spread,
        earlier,
        spans);
  }

  /** To the three digits that messages show, whatever the last binary digit is. */
  private static double rounded(double limit, RoundingMode mode) {
    return BigDecimal.valueOf(limit)
        .setScale(9, RoundingMode.HALF_EVEN)
        .setScale(3, mode)
        .doubleValue();
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
