package tributary.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tributary.config.Features;

/**
 * How a segment stands in one feature.
 *
 * @param feature the feature's column
 * @param distance of the centroid from the mean, in standard deviations
 */
record Standing(String feature, double distance) {
  private static final double AVERAGE = 0.1;
  private static final double EXTREME = 2;

  /** A centroid's standings, from the farthest from the mean on. */
  static List<Standing> all(List<String> features, double[] centroid) {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      standings.add(new Standing(features.get(i), centroid[i]));
    }
    standings.sort(
        Comparator.comparingDouble((Standing each) -> Math.abs(each.distance())).reversed());
    return standings;
  }

  /** In words, such as {@code high gross spend}, or {@code often education doctorate}. */
  String words() {
    return isCategory() ? often() + " " + label(feature) : level() + " " + label(feature);
  }

  boolean isCategory() {
    return feature.contains("=");
  }

  /** A column's name as a person says it, or a category. */
  static String label(String feature) {
    return switch (feature) {
      case "partner=yes" -> "with a partner";
      case "partner=no" -> "without a partner";
      default ->
          feature
              .replace(Features.ATTRIBUTE, "")
              .replace("gender=", "")
              .replace('=', ' ')
              .replace('_', ' ');
    };
  }

  private String often() {
    if (Math.abs(distance) < AVERAGE) {
      return "as often";
    }
    return distance < 0 ? "seldom" : "often";
  }

  private String level() {
    double size = Math.abs(distance);
    if (size < AVERAGE) {
      return "average";
    }
    String level = distance < 0 ? "low" : "high";
    return size < EXTREME ? level : "very " + level;
  }
}
