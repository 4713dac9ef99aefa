package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A segmentation: a named way of segmenting customers.
 *
 * @param segmentation its name, part of every key; lower case letters, digits and underscores
 * @param windows which windows of history it looks at
 * @param features what customers are compared by
 * @param clusters how groups of them are found
 * @param population who is segmented
 */
public record SegmentSettings(
    String segmentation,
    WindowSettings windows,
    FeatureSettings features,
    ClusterSettings clusters,
    PopulationSettings population) {
  public static final Setting<String> SEGMENTATION =
      Setting.of(
              "segmentation",
              "NAME",
              ValueType.text(),
              "the name under which these segments are published")
          .defaultsTo("default");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public SegmentSettings {
    requireNonNull(segmentation, "segmentation is null");
    requireNonNull(windows, "windows is null");
    requireNonNull(features, "features is null");
    requireNonNull(clusters, "clusters is null");
    requireNonNull(population, "population is null");
    if (!NAME.matcher(segmentation).matches()) {
      throw new UserError(
          "Invalid --segmentation %s: expected lower case letters, digits and underscores"
              .formatted(segmentation));
    }
  }

  /** Four segments by gross spend, shopping days and spend per item, over all history. */
  public static SegmentSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  static List<Setting<?>> settings() {
    return Settings.join(
        List.of(
            WindowSettings.settings(),
            FeatureSettings.settings(),
            ClusterSettings.settings(),
            PopulationSettings.settings(),
            List.of(SEGMENTATION)));
  }

  /** The settings; the default name when the one given is not valid, which is a problem then. */
  static SegmentSettings read(SettingsReader reader) {
    SegmentSettings settings =
        new SegmentSettings(
            "default",
            WindowSettings.read(reader),
            FeatureSettings.read(reader),
            ClusterSettings.read(reader),
            PopulationSettings.read(reader));
    try {
      return settings.withSegmentation(reader.value(SEGMENTATION));
    } catch (UserError e) {
      reader.problem(e.getMessage());
      return settings;
    }
  }

  public SegmentSettings withSegmentation(String name) {
    return new SegmentSettings(name, windows, features, clusters, population);
  }

  public SegmentSettings withWindows(WindowSettings other) {
    return new SegmentSettings(segmentation, other, features, clusters, population);
  }

  public SegmentSettings withClusters(ClusterSettings other) {
    return new SegmentSettings(segmentation, windows, features, other, population);
  }

  public SegmentSettings withPopulation(PopulationSettings other) {
    return new SegmentSettings(segmentation, windows, features, clusters, other);
  }

  public SegmentSettings withK(int segments) {
    ClusterSettings other =
        new ClusterSettings(
            clusters.algorithm(),
            segments,
            segments,
            clusters.seeds(),
            clusters.firstSeed(),
            clusters.sampleSize(),
            clusters.compareWith(),
            clusters.loadedShare(),
            clusters.keepWithin());
    return withClusters(other);
  }

  public SegmentSettings withKeepWithin(double part) {
    ClusterSettings other =
        new ClusterSettings(
            clusters.algorithm(),
            clusters.fewest(),
            clusters.most(),
            clusters.seeds(),
            clusters.firstSeed(),
            clusters.sampleSize(),
            clusters.compareWith(),
            clusters.loadedShare(),
            part);
    return withClusters(other);
  }
}
