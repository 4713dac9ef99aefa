package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code bench als} measures.
 *
 * @param input interactions to learn from
 * @param test interactions to find, held out
 * @param seed of the factors' draw
 * @param rank length of the factors
 * @param iterations how often customers and items are solved
 * @param alpha by how much a value raises the confidence
 * @param regularization on the diagonal of each equation
 * @param threads how many work at a time
 */
public record AlsBenchSettings(
    Path input,
    Optional<Path> test,
    long seed,
    int rank,
    int iterations,
    double alpha,
    double regularization,
    int threads) {
  private static final Setting<Path> INPUT =
      Setting.of(
              "als-interactions",
              "FILE",
              ValueType.path(),
              "a CSV file with a header: user, item, value of 0 and above")
          .flag("--input");
  private static final Setting<Path> TEST =
      Setting.of(
              "als-test",
              "FILE",
              ValueType.path(),
              "another one, to be found among the best ten (default: a fifth of the input, held out of"
                  + " a second fit)")
          .flag("--test");
  private static final Setting<Long> SEED =
      Setting.of(
              "als-seed", "N", ValueType.whole(0, Long.MAX_VALUE), "what the factors are drawn by")
          .flag("--seed")
          .defaultsTo(1L);
  private static final Setting<Integer> RANK =
      Setting.of("als-rank", "N", ValueType.integer(1, 1000), "length of the factors")
          .flag("--rank")
          .defaultsTo(20);
  private static final Setting<Integer> ITERATIONS =
      Setting.of(
              "als-iterations", "N", ValueType.integer(1, 1000), "how often both sides are solved")
          .flag("--iterations")
          .defaultsTo(10);
  private static final Setting<Double> ALPHA =
      Setting.of(
              "als-alpha",
              "NUMBER",
              ValueType.number(0, 1e9),
              "confidence in a pair is 1 + alpha * value")
          .flag("--alpha")
          .defaultsTo(1.0);
  private static final Setting<Double> REGULARIZATION =
      Setting.of(
              "als-regularization",
              "NUMBER",
              ValueType.number(1e-9, 1e9),
              "what is added to the diagonal of each equation")
          .flag("--regularization")
          .defaultsTo(0.1);
  private static final Setting<Integer> THREADS =
      Setting.of("als-threads", "N", ValueType.integer(1, 1024), "how many work at a time")
          .flag("--threads")
          .defaultsTo(2);

  public AlsBenchSettings {
    requireNonNull(input, "input is null");
    requireNonNull(test, "test is null");
  }

  public static List<Setting<?>> settings() {
    return List.of(INPUT, TEST, SEED, RANK, ITERATIONS, ALPHA, REGULARIZATION, THREADS);
  }

  public static AlsBenchSettings read(SettingsReader reader) {
    return new AlsBenchSettings(
        reader.value(INPUT),
        reader.optional(TEST),
        reader.value(SEED),
        reader.value(RANK),
        reader.value(ITERATIONS),
        reader.value(ALPHA),
        reader.value(REGULARIZATION),
        reader.value(THREADS));
  }
}
