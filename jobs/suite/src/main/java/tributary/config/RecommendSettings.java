package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code recommend} computes.
 *
 * @param perCustomer how many products each customer is recommended, when so many exist
 * @param minimumSupport how many customers must have bought both products before one recommends the
 *     other
 * @param algorithm the name of the recommender to publish, or {@link #AUTO}
 * @param testDays how many of the last days are held out to judge recommenders by
 * @param seed of all that is drawn
 * @param isTuning whether the parameters of recommenders are searched first
 * @param model a model that was kept, which recommends without any being fitted
 * @param keepModels how many published models are kept
 */
public record RecommendSettings(
    int perCustomer,
    int minimumSupport,
    String algorithm,
    int testDays,
    long seed,
    boolean isTuning,
    Optional<String> model,
    int keepModels) {
  /** The recommender that is proven to beat popularity, or else popularity. */
  public static final String AUTO = "auto";

  private static final List<String> ALGORITHMS =
      List.of(AUTO, "als-trend", "als", "svdpp", "co-purchase", "popularity");

  public static final Setting<Integer> PER_CUSTOMER =
      Setting.of(
              "per-customer",
              "N",
              ValueType.integer(1, 1000),
              "how many products to recommend to each customer")
          .defaultsTo(10);
  public static final Setting<Integer> MINIMUM_SUPPORT =
      Setting.of(
              "minimum-support",
              "N",
              ValueType.integer(1, 1_000_000),
              "how many customers must have bought two products before one recommends the other")
          .defaultsTo(2);
  public static final Setting<String> ALGORITHM =
      Setting.of(
              "recommender",
              "NAME",
              ValueType.oneOf(ALGORITHMS),
              "what recommends: %s; auto takes the one that foretells best what customers buy, and popularity where none beats it"
                  .formatted(String.join(", ", ALGORITHMS)))
          .defaultsTo(AUTO);
  public static final Setting<Integer> TEST_DAYS =
      Setting.of(
              "test-days",
              "N",
              ValueType.integer(1, 10_000),
              "how many of the last days are held out to judge recommenders by")
          .defaultsTo(30);
  public static final Setting<Long> SEED =
      Setting.of(
              "recommender-seed",
              "N",
              ValueType.whole(0, Long.MAX_VALUE),
              "what factors are drawn by")
          .defaultsTo(1L);

  public static final Setting<Boolean> TUNE =
      Setting.of(
              "tune",
              "",
              ValueType.truth(),
              "search the parameters of svdpp and als first, on days before those held out")
          .defaultsTo(false);
  public static final Setting<String> MODEL =
      Setting.of(
              "recommender-model",
              "ID",
              ValueType.text(),
              "recommend by a kept model of recommendations.trained_model, without fitting any: its id, or a part of it that no other has")
          .flag("--model");
  public static final Setting<Integer> KEEP_MODELS =
      Setting.of(
              "keep-models",
              "N",
              ValueType.integer(1, 10_000),
              "of how many of the latest published models the numbers are kept")
          .defaultsTo(10);

  public RecommendSettings {
    requireNonNull(model, "model is null");
    if (perCustomer < 1) {
      throw new IllegalArgumentException("Invalid perCustomer: " + perCustomer);
    }
    if (minimumSupport < 1) {
      throw new IllegalArgumentException("Invalid minimumSupport: " + minimumSupport);
    }
    if (testDays < 1) {
      throw new IllegalArgumentException("Invalid testDays: " + testDays);
    }
    if (!ALGORITHMS.contains(algorithm)) {
      throw new IllegalArgumentException("Invalid algorithm: " + algorithm);
    }
  }

  /** Ten products by the proven recommender; two customers make a pair; 30 days are held out. */
  public static RecommendSettings defaults() {
    return new RecommendSettings(10, 2, AUTO, 30, 1, false, Optional.empty(), 10);
  }

  /** So many products by another recommender. */
  public RecommendSettings withLists(int ofLength, String recommender) {
    return new RecommendSettings(
        ofLength, minimumSupport, recommender, testDays, seed, isTuning, model, keepModels);
  }

  /** By a kept model. */
  public RecommendSettings withModel(String id) {
    return new RecommendSettings(
        perCustomer,
        minimumSupport,
        algorithm,
        testDays,
        seed,
        isTuning,
        Optional.of(id),
        keepModels);
  }

  /** With a search for parameters. */
  public RecommendSettings tuning() {
    return new RecommendSettings(
        perCustomer, minimumSupport, algorithm, testDays, seed, true, model, keepModels);
  }

  public static List<Setting<?>> settings() {
    return List.of(
        PER_CUSTOMER, ALGORITHM, MODEL, TUNE, TEST_DAYS, MINIMUM_SUPPORT, SEED, KEEP_MODELS);
  }

  public static RecommendSettings read(SettingsReader reader) {
    Optional<String> model = reader.optional(MODEL);
    boolean isTuning = reader.value(TUNE);
    if (model.isPresent() && (isTuning || !reader.value(ALGORITHM).equals(AUTO))) {
      reader.problem(
          "Expected either --model ID, or --recommender NAME and --tune: a kept model is not fitted again");
    }
    return new RecommendSettings(
        reader.value(PER_CUSTOMER),
        reader.value(MINIMUM_SUPPORT),
        reader.value(ALGORITHM),
        reader.value(TEST_DAYS),
        reader.value(SEED),
        isTuning,
        model,
        reader.value(KEEP_MODELS));
  }
}
