package tributary.segment;

import java.util.List;
import java.util.Locale;

/**
 * A feature that sets a segment apart, with figures. They are those of the model, not means: the
 * mean of a skewed feature can lie above what nearly everybody has.
 *
 * @param standing where the segment's centroid stands
 * @param typical the centroid in the feature's own unit
 * @param everyone the same of all customers together
 */
record Trait(Standing standing, double typical, double everyone) {
  /** The segment's features, from the one that sets it apart most. */
  static List<Trait> all(SegmentModel model, int cluster) {
    List<String> features = model.space().names();
    return Standing.all(features, model.clusters().centroids().get(cluster)).stream()
        .map(
            standing -> {
              int feature = features.indexOf(standing.feature());
              return new Trait(standing, model.original(cluster, feature), model.everyone(feature));
            })
        .toList();
  }

  /** The feature with its side, such as {@code high gross_spend}. */
  String key() {
    return (standing.distance() < 0 ? "low " : "high ") + standing.feature();
  }

  /** Such as {@code high gross spend (typically 4,764.06; 715.05 over all customers)}. */
  String words() {
    if (standing.isCategory()) {
      return String.format(
          Locale.ROOT,
          "%s (%.0f %%; %.0f %% of all customers)",
          standing.words(),
          100 * typical,
          100 * everyone);
    }
    return String.format(
        Locale.ROOT,
        "%s (typically %,.2f; %,.2f over all customers)",
        standing.words(),
        typical,
        everyone);
  }
}
