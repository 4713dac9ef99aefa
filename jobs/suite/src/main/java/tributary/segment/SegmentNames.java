package tributary.segment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names for segments, read from their centroids alone; never from the numbers that the algorithm
 * gave them.
 *
 * <p>With four segments, in this order, each to a segment that has no name yet:
 *
 * <ul>
 *   <li>High Spenders: the highest gross spend, and above the mean;
 *   <li>Frequent Shoppers: the most shopping days, and above the mean;
 *   <li>Value Seekers: the lowest spend per item, and below the mean;
 *   <li>Occasional Buyers: the fewest shopping days, and below the mean.
 * </ul>
 *
 * A name whose condition no segment meets is not used. Every other segment is called after the
 * features that set it apart, such as "High gross spend, low shopping days".
 *
 * <p>A segment that was published before keeps the name it has, whether or not it would get it
 * today. The others get the names they would have if all segments were new; one whose name is
 * inherited by another is called after its features.
 */
final class SegmentNames {
  private static final int NAMED_SEGMENTS = 4;
  private static final int FEWEST_TRAITS = 2;

  private final List<String> features;
  private final Clusters clusters;
  private final Map<Integer, String> names = new LinkedHashMap<>();

  private SegmentNames(List<String> features, Clusters clusters) {
    this.features = features;
    this.clusters = clusters;
  }

  /**
   * One name for each cluster, in their order; all differ.
   *
   * @param inherited the names of clusters that have one, by cluster; no two are equal
   */
  static List<String> of(List<String> features, Clusters clusters, Map<Integer, String> inherited) {
    SegmentNames asIfNew = new SegmentNames(features, clusters);
    asIfNew.nameByPlace();
    asIfNew.nameByTraits();
    SegmentNames naming = new SegmentNames(features, clusters);
    naming.names.putAll(inherited);
    asIfNew.names.forEach(
        (cluster, name) -> {
          if (!naming.names.containsValue(name)) {
            naming.names.putIfAbsent(cluster, name);
          }
        });
    naming.nameByTraits();
    return IntStream.range(0, clusters.size()).mapToObj(naming.names::get).toList();
  }

  private void nameByPlace() {
    if (clusters.size() == 1) {
      names.put(0, "All Customers");
    }
    if (clusters.size() == NAMED_SEGMENTS) {
      name("High Spenders", "gross_spend", 1);
      name("Frequent Shoppers", "shopping_days", 1);
      name("Value Seekers", "spend_per_item", -1);
      name("Occasional Buyers", "shopping_days", -1);
    }
  }

  /**
   * Gives a name to the unnamed segment that is farthest in a feature.
   *
   * @param sign 1 for the highest, which must be above the mean; -1 for the lowest
   */
  private void name(String name, String feature, int sign) {
    int index = features.indexOf(feature);
    if (index < 0) {
      return;
    }
    unnamed()
        .boxed()
        .max(Comparator.comparingDouble(cluster -> sign * standing(cluster, index)))
        .filter(cluster -> sign * standing(cluster, index) > 0)
        .ifPresent(cluster -> names.put(cluster, name));
  }

  /** As few traits as make a name that no other segment has. */
  private void nameByTraits() {
    List<Integer> nameless = unnamed().boxed().toList();
    Set<String> taken = new HashSet<>(names.values());
    for (int cluster : nameless) {
      int traits = Math.min(FEWEST_TRAITS, features.size());
      while (traits < features.size()
          && (isShared(cluster, nameless, traits) || taken.contains(traits(cluster, traits)))) {
        traits++;
      }
      names.put(cluster, unique(traits(cluster, traits), taken));
    }
  }

  private boolean isShared(int cluster, List<Integer> nameless, int traits) {
    String name = traits(cluster, traits);
    return nameless.stream()
        .anyMatch(other -> other != cluster && traits(other, traits).equals(name));
  }

  private static String unique(String name, Set<String> taken) {
    String unique = name;
    for (int number = 2; !taken.add(unique); number++) {
      unique = "%s (%s)".formatted(name, number);
    }
    return unique;
  }

  private String traits(int cluster, int count) {
    List<Standing> standings = Standing.all(features, clusters.centroids().get(cluster));
    String words =
        standings.stream().limit(count).map(Standing::words).collect(Collectors.joining(", "));
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private IntStream unnamed() {
    return IntStream.range(0, clusters.size()).filter(cluster -> !names.containsKey(cluster));
  }

  private double standing(int cluster, int feature) {
    return clusters.centroids().get(cluster)[feature];
  }
}
