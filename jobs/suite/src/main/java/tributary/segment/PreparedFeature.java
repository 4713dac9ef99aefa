package tributary.segment;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import tributary.config.Features;

/**
 * One coordinate of the points that are clustered, and how it is made from what is known of a
 * customer: missing numbers are filled in, outliers drawn in, the result transformed. A category is
 * 1 for its customers and 0 for all others.
 *
 * @param feature as in {@link Features}
 * @param category the category that it stands for; empty for a number
 * @param transform of a number
 * @param missing stands in for an unknown number, in the feature's own unit
 * @param low smaller numbers are drawn in to it, in the feature's own unit
 * @param high larger numbers are drawn in to it, in the feature's own unit
 */
record PreparedFeature(
    String feature,
    String category,
    FeatureTransform transform,
    double missing,
    double low,
    double high)
    implements Serializable {
  /** The category of those whose category is not known. */
  static final String UNKNOWN = "unknown";

  private static final String EQUALS = "=";

  PreparedFeature {
    requireNonNull(feature, "feature is null");
    requireNonNull(category, "category is null");
    requireNonNull(transform, "transform is null");
  }

  /** A number as it is; unknown ones become 0. */
  static PreparedFeature number(String feature, FeatureTransform transform) {
    return new PreparedFeature(
        feature, "", transform, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  static PreparedFeature category(String feature, String category) {
    return new PreparedFeature(feature, category, FeatureTransform.NONE, 0, 0, 1);
  }

  boolean isCategory() {
    return !category.isEmpty();
  }

  /** As tables have it: the feature, or {@code education=PhD}. */
  String name() {
    return isCategory() ? feature + EQUALS + category : feature;
  }

  /** What is known of a customer; NaN where it is not. */
  double known(RawFeatures raw) {
    if (isCategory()) {
      return raw.category(Features.CATEGORIES.indexOf(feature)).equals(category) ? 1 : 0;
    }
    return known(raw, feature);
  }

  /** A number that is known of a customer; NaN where it is not. */
  static double known(RawFeatures raw, String feature) {
    return feature.startsWith(Features.ATTRIBUTE)
        ? raw.attribute(feature.substring(Features.ATTRIBUTE.length()))
        : raw.number(Features.NUMBERS.indexOf(feature));
  }

  /** What is known of a customer, or what stands in for it. */
  double filled(RawFeatures raw) {
    double known = known(raw);
    return Double.isNaN(known) ? missing : known;
  }

  /** Prepared, and not yet scaled. */
  double prepared(RawFeatures raw) {
    return prepare(known(raw));
  }

  /** Prepares a number in the feature's own unit; NaN is unknown. */
  double prepare(double known) {
    double number = Double.isNaN(known) ? missing : known;
    return transform.apply(Math.min(high, Math.max(low, number)));
  }

  /** A prepared number in the feature's own unit again. */
  double original(double prepared) {
    return Digits.round(transform.invert(prepared));
  }
}
