package tributary.config;

import java.util.List;

/**
 * What may be offered.
 *
 * @param repeatable product codes and categories that are offered again to who has bought them
 * @param withdrawnAfterDays a product that was not sold for so long is withdrawn; 0 means never
 * @param returnedWithinDays for how long a product is not offered to a customer who gave it back; 0
 *     means that it is at once
 */
public record OfferSettings(
    List<String> repeatable, int withdrawnAfterDays, int returnedWithinDays) {
  public static final Setting<List<String>> REPEATABLE =
      Setting.of(
          "repeatable",
          "NAMES",
          ValueType.list(ValueType.text()),
          "product codes, categories or subcategories to offer again to who has bought them (default: none)");
  public static final Setting<Integer> WITHDRAWN_AFTER_DAYS =
      Setting.of(
              "withdrawn-after-days",
              "N",
              ValueType.integer(0, 100_000),
              "recommends no product that was not sold for so many days; 0 means any")
          .defaultsTo(365);
  public static final Setting<Integer> RETURNED_WITHIN_DAYS =
      Setting.of(
              "returned-within-days",
              "N",
              ValueType.integer(0, 100_000),
              "recommends nobody what they gave back in the last so many days")
          .defaultsTo(30);

  public OfferSettings {
    repeatable = List.copyOf(repeatable);
    if (withdrawnAfterDays < 0 || returnedWithinDays < 0) {
      throw new IllegalArgumentException(
          "Invalid days: %s, %s".formatted(withdrawnAfterDays, returnedWithinDays));
    }
  }

  /** Nothing again, nothing that was not sold for a year, nothing returned in the last 30 days. */
  public static OfferSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  static List<Setting<?>> settings() {
    return List.of(REPEATABLE, WITHDRAWN_AFTER_DAYS, RETURNED_WITHIN_DAYS);
  }

  static OfferSettings read(SettingsReader reader) {
    return new OfferSettings(
        reader.optional(REPEATABLE).orElse(List.of()),
        reader.value(WITHDRAWN_AFTER_DAYS),
        reader.value(RETURNED_WITHIN_DAYS));
  }
}
