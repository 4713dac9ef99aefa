package tributary.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code recommend} computes.
 *
 * @param perCustomer how many products each customer is recommended, when so many exist
 * @param minimumSupport how many customers must have bought both products before one recommends the
 *     other
 * @param algorithm the name of the recommender to publish, or {@link #AUTO}
 * @param testDays how many of the last days are held out to judge recommenders by
 * @param seed of all that is drawn
 * @param offer what may be offered
 * @param fitting how recommenders are fitted
 */
public record RecommendSettings(
    int perCustomer,
    int minimumSupport,
    String algorithm,
    int testDays,
    long seed,
    OfferSettings offer,
    FittingSettings fitting) {
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

  public RecommendSettings {
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
    return read(SettingsReader.ofDefaults());
  }

  public static List<Setting<?>> settings() {
    List<Setting<?>> settings =
        new ArrayList<>(List.of(PER_CUSTOMER, ALGORITHM, TEST_DAYS, MINIMUM_SUPPORT, SEED));
    settings.addAll(OfferSettings.settings());
    settings.addAll(FittingSettings.settings());
    return settings;
  }

  public static RecommendSettings read(SettingsReader reader) {
    return new RecommendSettings(
        reader.value(PER_CUSTOMER),
        reader.value(MINIMUM_SUPPORT),
        reader.value(ALGORITHM),
        reader.value(TEST_DAYS),
        reader.value(SEED),
        OfferSettings.read(reader),
        FittingSettings.read(reader));
  }
}
