package tributary.config;

import static java.util.Objects.requireNonNull;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How customers are segmented.
 *
 * @param segmentation the segmentation's name, part of every key; lower case letters, digits and
 *     underscores
 * @param k how many segments are asked for, from 1; fewer are made when fewer customers differ
 * @param windowLength how much history before the window's end counts; empty means all of it
 * @param features the columns of segments.customer_features that customers are compared by
 * @param asinhFeatures those of the features that go through asinh before they are scaled
 * @param seeds how many random starts are tried, from 1
 * @param firstSeed the first start's seed; the others follow it
 * @param sampleSize how many customers the model is fitted on at most
 */
public record SegmentSettings(
    String segmentation,
    int k,
    Optional<Period> windowLength,
    List<String> features,
    List<String> asinhFeatures,
    int seeds,
    long firstSeed,
    int sampleSize) {
  /** The columns of segments.customer_features that can be features, in the table's order. */
  public static final List<String> FEATURES =
      List.of(
          "gross_spend",
          "net_spend",
          "average_spend",
          "average_order_value",
          "total_quantity",
          "orders",
          "shopping_days",
          "spend_per_item",
          "recency_days",
          "tenure_days",
          "return_rate",
          "distinct_products");

  private static final List<String> DEFAULT_FEATURES =
      List.of("gross_spend", "shopping_days", "spend_per_item");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final int MOST_SEGMENTS = 50;
  private static final int MOST_SEEDS = 50;
  private static final int LARGEST_SAMPLE = 2_000_000;

  /**
   * @throws UserError naming every setting that is not valid
   */
  public SegmentSettings {
    requireNonNull(segmentation, "segmentation is null");
    requireNonNull(windowLength, "windowLength is null");
    features = List.copyOf(features);
    asinhFeatures = List.copyOf(asinhFeatures);
    List<String> problems = new ArrayList<>();
    if (!NAME.matcher(segmentation).matches()) {
      problems.add(
          "segmentation must be lower case letters, digits and underscores: " + segmentation);
    }
    within("k", k, 1, MOST_SEGMENTS, problems);
    within("seeds", seeds, 1, MOST_SEEDS, problems);
    within("sample size", sampleSize, 1, LARGEST_SAMPLE, problems);
    if (windowLength.isPresent() && !isPositive(windowLength.get())) {
      problems.add("window length must be positive, such as P12M: " + windowLength.get());
    }
    checkFeatures(features, asinhFeatures, problems);
    if (!problems.isEmpty()) {
      throw new UserError("Invalid settings: " + String.join("; ", problems));
    }
  }

  /** Four segments by gross spend, shopping days and spend per item, over all history. */
  public static SegmentSettings defaults() {
    return new SegmentSettings(
        "default", 4, Optional.empty(), DEFAULT_FEATURES, DEFAULT_FEATURES, 5, 42, 200_000);
  }

  public SegmentSettings withSegmentation(String name) {
    return new SegmentSettings(
        name, k, windowLength, features, asinhFeatures, seeds, firstSeed, sampleSize);
  }

  public SegmentSettings withK(int segments) {
    return new SegmentSettings(
        segmentation,
        segments,
        windowLength,
        features,
        asinhFeatures,
        seeds,
        firstSeed,
        sampleSize);
  }

  public SegmentSettings withWindowLength(Period length) {
    return new SegmentSettings(
        segmentation,
        k,
        Optional.of(length),
        features,
        asinhFeatures,
        seeds,
        firstSeed,
        sampleSize);
  }

  /** Other features; those of them that are named second go through asinh. */
  public SegmentSettings withFeatures(List<String> columns, List<String> asinhColumns) {
    return new SegmentSettings(
        segmentation, k, windowLength, columns, asinhColumns, seeds, firstSeed, sampleSize);
  }

  public SegmentSettings withSeeds(int count, long first) {
    return new SegmentSettings(
        segmentation, k, windowLength, features, asinhFeatures, count, first, sampleSize);
  }

  public SegmentSettings withSampleSize(int customers) {
    return new SegmentSettings(
        segmentation, k, windowLength, features, asinhFeatures, seeds, firstSeed, customers);
  }

  private static void within(String name, int number, int least, int most, List<String> problems) {
    if (number < least || number > most) {
      problems.add("%s must be from %d to %d: %d".formatted(name, least, most, number));
    }
  }

  private static boolean isPositive(Period length) {
    return !length.isNegative() && !length.isZero();
  }

  private static void checkFeatures(
      List<String> features, List<String> asinhFeatures, List<String> problems) {
    if (features.isEmpty()) {
      problems.add("features must name at least one of " + String.join(", ", FEATURES));
    }
    if (new LinkedHashSet<>(features).size() < features.size()) {
      problems.add("features must not repeat: " + String.join(", ", features));
    }
    for (String feature : features) {
      if (!FEATURES.contains(feature)) {
        problems.add("unknown feature %s, not one of %s".formatted(feature, FEATURES));
      }
    }
    for (String feature : asinhFeatures) {
      if (!features.contains(feature)) {
        problems.add("asinh is asked for %s, which is not a feature".formatted(feature));
      }
    }
  }
}
