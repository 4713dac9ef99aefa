package tributary.segment;

import java.util.Locale;
import org.apache.flink.table.functions.ScalarFunction;

/** For SQL: a sentence about a segment. */
public final class DescribeSegment extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  /**
   * Says how many customers and how much of the revenue the segment has, and what sets it apart.
   *
   * @param customerShare from 0 to 1
   * @param revenueShare from 0 to 1
   * @param feature the column that sets it apart most, and the next one, which may be null
   * @param distance its centroid's distance from the mean in that feature, in standard deviations
   * @param mean the segment's mean of that feature
   * @param everyone the mean of all customers
   */
  public String eval(
      Double customerShare,
      Double revenueShare,
      String feature,
      Double distance,
      Double mean,
      Double everyone,
      String secondFeature,
      Double secondDistance,
      Double secondMean,
      Double secondEveryone) {
    String traits = trait(feature, distance, mean, everyone);
    if (secondFeature != null) {
      traits += " and " + trait(secondFeature, secondDistance, secondMean, secondEveryone);
    }
    return String.format(
        Locale.ROOT,
        "%.1f %% of customers bring %.1f %% of gross revenue; set apart by %s.",
        100 * customerShare,
        100 * revenueShare,
        traits);
  }

  private static String trait(String feature, double distance, double mean, double everyone) {
    return String.format(
        Locale.ROOT,
        "%s (%,.2f on average, %,.2f over all customers)",
        new Standing(feature, distance).words(),
        mean,
        everyone);
  }
}
