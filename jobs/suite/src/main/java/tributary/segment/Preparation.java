package tributary.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tributary.config.FeatureSettings;
import tributary.config.Features;
import tributary.segment.PreparationStep.Step;

/**
 * Chooses, on a window's sample, what is done to each feature before customers are compared by it,
 * in this order:
 *
 * <ul>
 *   <li>impute: an unknown number becomes the median, an unknown category a category of its own;
 *   <li>transform: a number whose skewness is beyond 1 goes through asinh where that lowers it;
 *   <li>winsorise: what lies beyond Tukey's fences of the transformed number is drawn in to them;
 *   <li>encode: a category that at least 2 % of the sample have becomes a coordinate of 0 and 1;
 *   <li>drop: what nobody has, what is nearly the same for all, and of two numbers that say the
 *       same the later one.
 * </ul>
 */
final class Preparation {
  private static final double SKEWED = 1;
  private static final double RARE = 0.02;

  private final FeatureSettings settings;
  private final List<RawFeatures> sample;
  private final List<PreparedFeature> kept = new ArrayList<>();
  private final List<KnownNumbers> keptNumbers = new ArrayList<>();
  private final List<PreparationStep> steps = new ArrayList<>();

  private Preparation(FeatureSettings settings, List<RawFeatures> sample) {
    this.settings = settings;
    this.sample = sample;
  }

  /**
   * What was chosen.
   *
   * @param space the coordinates that are left; at least one
   * @param steps what was done, in order
   */
  record Chosen(FeatureSpace space, List<PreparationStep> steps) {}

  static Chosen choose(FeatureSettings settings, List<RawFeatures> sample) {
    Preparation preparation = new Preparation(settings, sample);
    for (String feature : settings.features()) {
      if (!Features.CATEGORIES.contains(feature)) {
        preparation.addNumber(feature);
      }
    }
    for (String feature : settings.features()) {
      if (Features.CATEGORIES.contains(feature)) {
        preparation.addCategories(feature);
      }
    }
    if (preparation.kept.isEmpty()) {
      preparation.keepSomething();
    }
    return new Chosen(new FeatureSpace(preparation.kept), List.copyOf(preparation.steps));
  }

  /** Where all are alike, one feature is as good as another; one is needed. */
  private void keepSomething() {
    String first = settings.features().get(0);
    kept.add(
        Features.CATEGORIES.contains(first)
            ? PreparedFeature.category(first, PreparedFeature.UNKNOWN)
            : PreparedFeature.number(first, FeatureTransform.NONE));
    steps.removeIf(step -> step.feature().equals(first) && step.step() == Step.DROP);
  }

  private void addNumber(String feature) {
    double[] known =
        sample.stream()
            .mapToDouble(raw -> PreparedFeature.known(raw, feature))
            .filter(number -> !Double.isNaN(number))
            .toArray();
    if (known.length == 0) {
      drop(feature, sample.size(), "it is not known of any customer");
      return;
    }
    KnownNumbers column = new KnownNumbers(known);
    List<PreparationStep> taken = new ArrayList<>();
    double missing = impute(feature, column, taken);
    FeatureTransform transform = transform(feature, column, taken);
    KnownNumbers transformed = column.transformed(transform);
    PreparedFeature prepared = winsorise(feature, transformed, transform, missing, taken);
    double[] points = sample.stream().mapToDouble(prepared::prepared).toArray();
    if (!isRedundant(feature, points)) {
      steps.addAll(taken);
      kept.add(prepared);
      keptNumbers.add(new KnownNumbers(points));
    }
  }

  private double impute(String feature, KnownNumbers column, List<PreparationStep> taken) {
    int unknown = sample.size() - column.size();
    double median = Digits.round(column.quantile(0.5));
    taken.add(
        new PreparationStep(
            feature,
            Step.IMPUTE,
            Double.toString(median),
            unknown,
            "not known of %s of the customers; whoever lacks it gets the median"
                .formatted(percent(unknown))));
    return median;
  }

  private FeatureTransform transform(
      String feature, KnownNumbers column, List<PreparationStep> taken) {
    double before = column.skewness();
    double after = column.transformed(FeatureTransform.ASINH).skewness();
    boolean isAsked = settings.asinh().map(asked -> asked.contains(feature)).orElse(false);
    boolean helps =
        settings.asinh().isEmpty()
            && Math.abs(before) > SKEWED
            && Math.abs(after) < Math.abs(before);
    if (!isAsked && !helps) {
      return FeatureTransform.NONE;
    }
    taken.add(
        new PreparationStep(
            feature,
            Step.TRANSFORM,
            "asinh",
            column.size(),
            "%s: its skewness goes from %s to %s"
                .formatted(isAsked ? "asked for" : "skewed", text(before), text(after))));
    return FeatureTransform.ASINH;
  }

  private PreparedFeature winsorise(
      String feature,
      KnownNumbers transformed,
      FeatureTransform transform,
      double missing,
      List<PreparationStep> taken) {
    double lower = transformed.quantile(0.25);
    double upper = transformed.quantile(0.75);
    double reach = settings.fences() * (upper - lower);
    long outside = transformed.outside(lower - reach, upper + reach);
    if (reach <= 0 || outside == 0) {
      return new PreparedFeature(
          feature, "", transform, missing, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double low = Digits.round(transform.invert(lower - reach));
    double high = Digits.round(transform.invert(upper + reach));
    taken.add(
        new PreparationStep(
            feature,
            Step.WINSORISE,
            low + ".." + high,
            outside,
            "beyond %s interquartile ranges from the quartiles"
                .formatted(text(settings.fences()))));
    return new PreparedFeature(feature, "", transform, missing, low, high);
  }

  private boolean isRedundant(String feature, double[] points) {
    KnownNumbers column = new KnownNumbers(points);
    if (column.isConstant()) {
      drop(feature, sample.size(), "it is the same for all customers");
      return true;
    }
    for (int i = 0; i < keptNumbers.size(); i++) {
      double correlation = column.correlation(keptNumbers.get(i));
      if (Math.abs(correlation) > settings.maximumCorrelation()) {
        drop(
            feature,
            sample.size(),
            "it says the same as %s: their correlation is %s"
                .formatted(kept.get(i).name(), text(correlation)));
        return true;
      }
    }
    return false;
  }

  private void addCategories(String feature) {
    int position = Features.CATEGORIES.indexOf(feature);
    Map<String, Long> counts =
        sample.stream()
            .collect(
                Collectors.groupingBy(
                    raw -> raw.category(position), TreeMap::new, Collectors.counting()));
    long unknown = counts.getOrDefault(PreparedFeature.UNKNOWN, 0L);
    if (unknown == sample.size()) {
      drop(feature, sample.size(), "it is not known of any customer");
      return;
    }
    if (counts.size() == 1) {
      drop(feature, sample.size(), "it is the same for all customers");
      return;
    }
    if (unknown > 0) {
      steps.add(
          new PreparationStep(
              feature,
              Step.IMPUTE,
              PreparedFeature.UNKNOWN,
              unknown,
              "not known of %s of the customers, who are a category".formatted(percent(unknown))));
    }
    counts.forEach((category, customers) -> addCategory(feature, category, customers, counts));
  }

  private void addCategory(
      String feature, String category, long customers, Map<String, Long> counts) {
    if (customers < RARE * sample.size()) {
      drop(
          feature + "=" + category,
          customers,
          "only %s of the customers have it".formatted(percent(customers)));
      return;
    }
    String first = counts.keySet().iterator().next();
    if (counts.size() == 2 && !category.equals(first)) {
      drop(
          feature + "=" + category,
          customers,
          "it says the same as %s=%s".formatted(feature, first));
      return;
    }
    steps.add(
        new PreparationStep(
            feature, Step.ENCODE, category, customers, "a category becomes 1, all others 0"));
    kept.add(PreparedFeature.category(feature, category));
  }

  private void drop(String feature, long rows, String reason) {
    steps.add(new PreparationStep(feature, Step.DROP, "", rows, reason));
  }

  private String percent(long customers) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * customers / sample.size());
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.4g", number).contains("e")
        ? Double.toString(number)
        : trimmed(String.format(Locale.ROOT, "%.4f", number));
  }

  private static String trimmed(String text) {
    return text.replaceAll("\\.?0+$", "");
  }
}
