package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What customers are compared by, and how it is prepared.
 *
 * @param features names of {@link Features}
 * @param asinh those that go through asinh before they are scaled; empty means those that are
 *     skewed
 * @param fences outliers are drawn in to this many interquartile ranges beyond the quartiles of the
 *     transformed feature (Tukey 1977 calls 3 far out); 0 leaves them where they are
 * @param maximumCorrelation of two features that are correlated more than this, the later one is
 *     dropped; 1 keeps all
 */
public record FeatureSettings(
    List<String> features, Optional<List<String>> asinh, double fences, double maximumCorrelation) {
  public static final Setting<List<String>> FEATURES =
      Setting.of(
              "features",
              "NAMES",
              ValueType.list(Features.type()),
              "what customers are compared by, separated by commas: behaviour, demographics, both,"
                  + " or any of "
                  + String.join(", ", Features.NUMBERS)
                  + ", "
                  + String.join(", ", Features.CATEGORIES)
                  + ", or attribute.NAME of curated.customer_attribute")
          .defaultsTo("behaviour");
  public static final Setting<List<String>> ASINH =
      Setting.of(
              "asinh",
              "NAMES",
              ValueType.list(
                  ValueType.oneOf(
                      Stream.concat(Stream.of("auto", "none"), Features.NUMBERS.stream())
                          .toList())),
              "the features whose heavy tails are drawn in by asinh; auto (those that are skewed),"
                  + " none, or some of them")
          .defaultsTo("auto");
  public static final Setting<Double> FENCES =
      Setting.of(
              "outlier-fences",
              "N",
              ValueType.number(0, 100),
              "draws outliers in to so many interquartile ranges beyond the quartiles; 0 leaves"
                  + " them")
          .defaultsTo(3);
  public static final Setting<Double> CORRELATION =
      Setting.of(
              "max-correlation",
              "R",
              ValueType.number(0, 1),
              "drops the later one of two features that are correlated more than this")
          .defaultsTo(0.95);

  public FeatureSettings {
    features = List.copyOf(features);
    asinh = requireNonNull(asinh, "asinh is null").map(List::copyOf);
  }

  public static FeatureSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  static List<Setting<?>> settings() {
    return List.of(FEATURES, ASINH, FENCES, CORRELATION);
  }

  static FeatureSettings read(SettingsReader reader) {
    List<String> features = Features.expanded(reader.value(FEATURES));
    return new FeatureSettings(
        features, asinh(reader, features), reader.value(FENCES), reader.value(CORRELATION));
  }

  private static Optional<List<String>> asinh(SettingsReader reader, List<String> features) {
    LinkedHashSet<String> asinh = new LinkedHashSet<>(reader.value(ASINH));
    if (asinh.contains("auto")) {
      return Optional.empty();
    }
    asinh.remove("none");
    for (String feature : asinh) {
      if (!features.contains(feature)) {
        reader.problem("Invalid --asinh: %s is not among the features".formatted(feature));
      }
    }
    return Optional.of(List.copyOf(asinh));
  }
}
