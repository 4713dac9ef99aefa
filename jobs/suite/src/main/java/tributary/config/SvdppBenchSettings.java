package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code bench svdpp} measures.
 *
 * @param train ratings to learn from
 * @param test ratings to expect
 * @param seed of the factors' draw
 * @param factors length of the factors
 * @param epochs how often all ratings are passed
 * @param learningRate of all terms
 * @param regularization of all terms
 */
public record SvdppBenchSettings(
    Path train,
    Path test,
    long seed,
    int factors,
    int epochs,
    double learningRate,
    double regularization) {
  private static final Setting<Path> TRAIN =
      Setting.of(
              "svdpp-train",
              "FILE",
              ValueType.path(),
              "a CSV file with a header: user, item, rating")
          .flag("--train");
  private static final Setting<Path> TEST =
      Setting.of("svdpp-test", "FILE", ValueType.path(), "another one, of ratings to be expected")
          .flag("--test");
  private static final Setting<Long> SEED =
      Setting.of(
              "svdpp-seed",
              "N",
              ValueType.whole(0, Long.MAX_VALUE),
              "what the factors are drawn by")
          .flag("--seed")
          .defaultsTo(1L);
  private static final Setting<Integer> FACTORS =
      Setting.of("svdpp-n-factors", "N", ValueType.integer(0, 1000), "length of the factors")
          .flag("--n-factors")
          .defaultsTo(20);
  private static final Setting<Integer> EPOCHS =
      Setting.of(
              "svdpp-n-epochs", "N", ValueType.integer(1, 10_000), "how often ratings are passed")
          .flag("--n-epochs")
          .defaultsTo(20);
  private static final Setting<Double> LEARNING_RATE =
      Setting.of(
              "svdpp-lr-all", "RATE", ValueType.number(0, 0.99), "the learning rate of all terms")
          .flag("--lr-all")
          .defaultsTo(0.007);
  private static final Setting<Double> REGULARIZATION =
      Setting.of(
              "svdpp-reg-all", "RATE", ValueType.number(0, 0.99), "the regularisation of all terms")
          .flag("--reg-all")
          .defaultsTo(0.02);

  public SvdppBenchSettings {
    requireNonNull(train, "train is null");
    requireNonNull(test, "test is null");
  }

  public static List<Setting<?>> settings() {
    return List.of(TRAIN, TEST, SEED, FACTORS, EPOCHS, LEARNING_RATE, REGULARIZATION);
  }

  public static SvdppBenchSettings read(SettingsReader reader) {
    return new SvdppBenchSettings(
        reader.value(TRAIN),
        reader.value(TEST),
        reader.value(SEED),
        reader.value(FACTORS),
        reader.value(EPOCHS),
        reader.value(LEARNING_RATE),
        reader.value(REGULARIZATION));
  }
}
