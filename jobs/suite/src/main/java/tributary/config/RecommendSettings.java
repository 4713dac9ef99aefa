package tributary.config;

import java.util.List;

/**
 * What {@code recommend} computes.
 *
 * @param perCustomer how many products each customer is recommended, when so many exist
 * @param minimumSupport how many customers must have bought both products before one recommends the
 *     other
 */
public record RecommendSettings(int perCustomer, int minimumSupport) {
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

  public RecommendSettings {
    if (perCustomer < 1) {
      throw new IllegalArgumentException("Invalid perCustomer: " + perCustomer);
    }
    if (minimumSupport < 1) {
      throw new IllegalArgumentException("Invalid minimumSupport: " + minimumSupport);
    }
  }

  /** Ten products; two customers make a pair. */
  public static RecommendSettings defaults() {
    return new RecommendSettings(10, 2);
  }

  public static List<Setting<?>> settings() {
    return List.of(PER_CUSTOMER, MINIMUM_SUPPORT);
  }

  public static RecommendSettings read(SettingsReader reader) {
    return new RecommendSettings(reader.value(PER_CUSTOMER), reader.value(MINIMUM_SUPPORT));
  }
}
