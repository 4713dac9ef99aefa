package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How groups of customers are found.
 *
 * @param algorithm what groups them
 * @param fewest how many segments are tried at least
 * @param most how many segments are tried at most; the same when so many are asked for
 * @param seeds how many random starts are tried for each k
 * @param firstSeed the first start's seed; the others follow it
 * @param sampleSize how many customers the model is fitted on at most
 * @param compareWith other algorithms that are tried beside, for their figures
 * @param loadedShare a segment with more than this part of the customers is tried to be split; 1
 *     leaves it whole
 * @param keepWithin the model of the window before goes on while its sum of squares is not more
 *     than this part above that of a new fit; 0 takes every new fit
 */
public record ClusterSettings(
    Algorithm algorithm,
    int fewest,
    int most,
    int seeds,
    long firstSeed,
    int sampleSize,
    List<Algorithm> compareWith,
    double loadedShare,
    double keepWithin) {
  /** What groups customers. */
  public enum Algorithm {
    KMEANS,
    AGGLOMERATIVE,
    GAUSSIAN_MIXTURE,
    DBSCAN;

    /** As tables have it. */
    public String text() {
      return ValueType.nameOf(this).replace('-', '_');
    }
  }

  private static final Pattern K_TEXT = Pattern.compile("(\\d{1,3})(?:\\.\\.(\\d{1,3}))?");
  private static final int SEEDS_OF_ONE_K = 5;
  private static final int SEEDS_OF_EVERY_K = 3;

  public static final Setting<Algorithm> ALGORITHM =
      Setting.of(
              "algorithm",
              "NAME",
              ValueType.choice(Algorithm.class),
              "what groups customers: kmeans, agglomerative, gaussian-mixture or dbscan; all but"
                  + " kmeans on a small sample, everybody else by the nearest centroid")
          .defaultsTo("kmeans");
  public static final Setting<Range> K =
      Setting.of(
              "k",
              "K",
              kType(),
              "how many segments; auto, or a range such as 3..6, has the number chosen (auto: 2..8)")
          .defaultsTo(4);
  public static final Setting<Integer> SEEDS =
      Setting.of(
          "seeds",
          "N",
          ValueType.integer(1, 50),
          "how many random starts, the best of which is kept (default: 5; 3 with --k auto)");
  public static final Setting<Long> FIRST_SEED =
      Setting.of(
              "first-seed",
              "N",
              ValueType.whole(0, Integer.MAX_VALUE),
              "the seed of the first start; the others follow it")
          .defaultsTo(42);
  public static final Setting<Integer> SAMPLE_SIZE =
      Setting.of(
              "sample-size",
              "N",
              ValueType.integer(1, 2_000_000),
              "how many customers the model is fitted on at most")
          .defaultsTo(200_000);
  public static final Setting<List<Algorithm>> COMPARE_WITH =
      Setting.of(
          "compare-with",
          "NAMES",
          ValueType.list(ValueType.choice(Algorithm.class)),
          "other algorithms to try beside, whose figures go to segments.metric (default: none)");
  public static final Setting<Double> LOADED_SHARE =
      Setting.of(
              "loaded-share",
              "SHARE",
              ValueType.number(0, 1),
              "tries to split a segment that has more than this part of the customers")
          .defaultsTo(0.6);

  public static final Setting<Double> KEEP_WITHIN =
      Setting.of(
              "keep-model",
              "PART",
              ValueType.number(0, 10),
              "lets the model of the window before go on while its sum of squares is not more than"
                  + " this part above that of a new fit; 0 takes every new fit")
          .defaultsTo(0.1);

  public ClusterSettings {
    requireNonNull(algorithm, "algorithm is null");
    compareWith = List.copyOf(compareWith);
  }

  /** Four segments by KMeans. */
  public static ClusterSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  static List<Setting<?>> settings() {
    return List.of(
        ALGORITHM, K, SEEDS, FIRST_SEED, SAMPLE_SIZE, COMPARE_WITH, LOADED_SHARE, KEEP_WITHIN);
  }

  static ClusterSettings read(SettingsReader reader) {
    Range k = reader.value(K);
    int fewest = (int) k.low();
    int most = (int) k.high();
    return new ClusterSettings(
        reader.value(ALGORITHM),
        fewest,
        most,
        reader.optional(SEEDS).orElse(fewest == most ? SEEDS_OF_ONE_K : SEEDS_OF_EVERY_K),
        reader.value(FIRST_SEED),
        reader.value(SAMPLE_SIZE),
        reader.optional(COMPARE_WITH).orElse(List.of()),
        reader.value(LOADED_SHARE),
        reader.value(KEEP_WITHIN));
  }

  /** Whether the number of segments is to be chosen. */
  public boolean isOpen() {
    return fewest < most;
  }

  private static ValueType<Range> kType() {
    String expected = "auto, 2 to 50, or a range of them such as 3..6";
    return new ValueType<>(
        ValueType.Shape.ONE,
        expected,
        text -> {
          Matcher matcher = K_TEXT.matcher(text.equalsIgnoreCase("auto") ? "2..8" : text);
          if (!matcher.matches()) {
            throw new IllegalArgumentException(
                "'%s' is not a number of segments; expected %s".formatted(text, expected));
          }
          int fewest = Integer.parseInt(matcher.group(1));
          int most = matcher.group(2) == null ? fewest : Integer.parseInt(matcher.group(2));
          if (fewest < 2 || most < fewest || most > 50) {
            throw new IllegalArgumentException(
                "'%s' is out of range; expected %s".formatted(text, expected));
          }
          return new Range(fewest, most);
        });
  }
}
