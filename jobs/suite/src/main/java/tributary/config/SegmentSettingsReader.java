package tributary.config;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** Reads how customers are segmented. */
public final class SegmentSettingsReader {
  /** The day that windows of history end before. */
  public static final Setting<LocalDate> AS_OF =
      Setting.of(
          "as-of",
          "DATE",
          ValueType.date(),
          "the day before which history counts (default: the day after the last sale)");

  private static final SegmentSettings DEFAULTS = SegmentSettings.defaults();
  private static final String NONE = "none";

  public static final Setting<Integer> K =
      Setting.of("k", "K", ValueType.integer(2, 50), "how many segments").defaultsTo(DEFAULTS.k());
  public static final Setting<Period> WINDOW =
      Setting.of(
          "window",
          "LENGTH",
          ValueType.period(),
          "how much history counts, such as P12M (default: all of it)");
  public static final Setting<List<String>> FEATURES =
      Setting.of(
              "features",
              "NAMES",
              ValueType.list(ValueType.oneOf(SegmentSettings.FEATURES)),
              "what customers are compared by, separated by commas: any of "
                  + String.join(", ", SegmentSettings.FEATURES))
          .defaultsTo(String.join(",", DEFAULTS.features()));
  public static final Setting<List<String>> ASINH =
      Setting.of(
          "asinh",
          "NAMES",
          ValueType.list(
              ValueType.oneOf(
                  Stream.concat(Stream.of(NONE), SegmentSettings.FEATURES.stream()).toList())),
          "the features whose heavy tails are drawn in by asinh; none, or some of them"
              + " (default: all of them)");
  public static final Setting<Integer> SEEDS =
      Setting.of(
              "seeds",
              "N",
              ValueType.integer(1, 50),
              "how many random starts, the best of which is kept")
          .defaultsTo(DEFAULTS.seeds());
  public static final Setting<Long> FIRST_SEED =
      Setting.of(
              "first-seed",
              "N",
              ValueType.whole(0, Integer.MAX_VALUE),
              "the seed of the first start; the others follow it")
          .defaultsTo(DEFAULTS.firstSeed());
  public static final Setting<Integer> SAMPLE_SIZE =
      Setting.of(
              "sample-size",
              "N",
              ValueType.integer(1, 2_000_000),
              "how many customers the model is fitted on at most")
          .defaultsTo(DEFAULTS.sampleSize());
  public static final Setting<String> SEGMENTATION =
      Setting.of(
              "segmentation",
              "NAME",
              ValueType.text(),
              "the name under which these segments are published")
          .defaultsTo(DEFAULTS.segmentation());

  private SegmentSettingsReader() {}

  public static List<Setting<?>> settings() {
    return List.of(AS_OF, K, WINDOW, FEATURES, ASINH, SEEDS, FIRST_SEED, SAMPLE_SIZE, SEGMENTATION);
  }

  /** The settings; the defaults when some contradict each other, which is a problem then. */
  public static SegmentSettings read(SettingsReader reader) {
    List<String> features = reader.value(FEATURES);
    List<String> asinh = reader.optional(ASINH).orElse(features);
    try {
      return new SegmentSettings(
          reader.value(SEGMENTATION),
          reader.value(K),
          reader.optional(WINDOW),
          features,
          asinh.equals(List.of(NONE)) ? List.of() : asinh,
          reader.value(SEEDS),
          reader.value(FIRST_SEED),
          reader.value(SAMPLE_SIZE));
    } catch (UserError e) {
      reader.problem(e.getMessage());
      return DEFAULTS;
    }
  }
}
