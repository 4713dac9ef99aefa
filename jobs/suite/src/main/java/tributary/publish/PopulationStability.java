package tributary.publish;

import java.util.Collection;

/**
 * The population stability index: how far a distribution is from an earlier one. Below 0.1 is
 * usually called stable, above 0.25 a shift (Siddiqi 2006, Credit Risk Scorecards, chapter 9).
 */
final class PopulationStability {
  /** Stands in for what an empty bin would hold in a larger sample. */
  private static final double SMOOTHING = 0.5;

  private PopulationStability() {}

  /**
   * How many rows of each state are in a bin.
   *
   * @param fresh rows of the state that is judged
   * @param published rows of the state that it is compared with
   */
  record Bin(double fresh, double published) {}

  /**
   * The sum over bins of (p - q) ln(p / q), less what two samples of one distribution would have
   * between them by chance, which is (bins - 1)(1/n + 1/m) (Yurdakul 2018, Statistical Properties
   * of the Population Stability Index, section 3); 0 at least.
   */
  static double index(Collection<Bin> bins) {
    double fresh = bins.stream().mapToDouble(Bin::fresh).sum();
    double published = bins.stream().mapToDouble(Bin::published).sum();
    if (fresh == 0 || published == 0) {
      throw new IllegalArgumentException(
          "Cannot compare %s rows with %s".formatted(fresh, published));
    }
    double added = SMOOTHING * bins.size();
    double index = 0;
    for (Bin bin : bins) {
      double p = (bin.fresh() + SMOOTHING) / (fresh + added);
      double q = (bin.published() + SMOOTHING) / (published + added);
      index += (p - q) * Math.log(p / q);
    }
    return Math.max(0, index - (bins.size() - 1) * (1 / fresh + 1 / published));
  }
}
