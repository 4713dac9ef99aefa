package tributary.segment.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Customers who are alike: one range for each feature that is asked about.
 *
 * @param ranges by the feature's index, in the order in which they were asked about
 */
record Region(Map<Integer, Range> ranges) {
  /** Everybody. */
  static final Region ALL = new Region(Map.of());

  private static final char CATEGORY = '=';

  Region above(int feature, double number) {
    return with(feature, range -> range.above(number));
  }

  Region atMost(int feature, double number) {
    return with(feature, range -> range.atMost(number));
  }

  boolean contains(double[] features) {
    return ranges.entrySet().stream()
        .allMatch(each -> each.getValue().contains(features[each.getKey()]));
  }

  /**
   * The region in words, such as {@code education is PhD and recency days at most 41}.
   *
   * @param features columns' names; {@code education=PhD} is 1 for those who have that value and 0
   *     for all others
   */
  String words(List<String> features) {
    if (ranges.isEmpty()) {
      return "every customer";
    }
    Set<String> known = new HashSet<>();
    ranges.forEach(
        (feature, range) -> {
          if (isCategory(features.get(feature)) && range.hasLowerEnd()) {
            known.add(column(features.get(feature)));
          }
        });
    List<String> words = new ArrayList<>();
    ranges.forEach(
        (feature, range) -> {
          String name = features.get(feature);
          boolean goesWithoutSaying =
              isCategory(name) && !range.hasLowerEnd() && known.contains(column(name));
          if (!goesWithoutSaying) {
            words.add(words(name, range));
          }
        });
    return String.join(" and ", words);
  }

  private static String words(String name, Range range) {
    if (!isCategory(name)) {
      return label(name) + " " + range.words();
    }
    String verb = range.hasLowerEnd() ? " is " : " is not ";
    return label(column(name)) + verb + name.substring(name.indexOf(CATEGORY) + 1);
  }

  private static boolean isCategory(String name) {
    return name.indexOf(CATEGORY) > 0;
  }

  private static String column(String name) {
    return name.substring(0, name.indexOf(CATEGORY));
  }

  private static String label(String column) {
    return column.replace('_', ' ');
  }

  private Region with(int feature, UnaryOperator<Range> change) {
    Map<Integer, Range> changed = new LinkedHashMap<>(ranges);
    changed.put(feature, change.apply(changed.getOrDefault(feature, Range.ALL)));
    return new Region(changed);
  }
}
