package tributary.config;

import java.util.List;

/**
 * Who is segmented; the others' features are kept, but they get no segment.
 *
 * @param minimumOrders how many orders a member has at least in the window
 * @param countries where members bought in the window; empty means anywhere
 * @param includesBulkBuyers whether bulk buyers are members
 * @param bulkFactor who orders this many times the units per order of the window's typical customer
 *     (the geometric mean) is a bulk buyer
 */
public record PopulationSettings(
    int minimumOrders, List<String> countries, boolean includesBulkBuyers, double bulkFactor) {
  public static final Setting<Integer> MINIMUM_ORDERS =
      Setting.of(
              "min-orders",
              "N",
              ValueType.integer(1, 1_000_000),
              "segments only customers with so many orders in the window")
          .defaultsTo(1);
  public static final Setting<List<String>> COUNTRIES =
      Setting.of(
          "countries",
          "NAMES",
          ValueType.list(ValueType.text()),
          "segments only customers who bought there in the window (default: anywhere)");
  public static final Setting<Boolean> EXCLUDE_BULK =
      Setting.of(
              "exclude-bulk-buyers",
              "",
              ValueType.truth(),
              "leaves out bulk buyers, who distort everybody else's segments")
          .defaultsTo(false);
  public static final Setting<Double> BULK_FACTOR =
      Setting.of(
              "bulk-factor",
              "N",
              ValueType.number(1, 1_000_000),
              "a bulk buyer orders so many times the units per order of the window's typical"
                  + " customer")
          .defaultsTo(10);

  public PopulationSettings {
    countries = List.copyOf(countries);
  }

  /** Everybody. */
  public static PopulationSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  static List<Setting<?>> settings() {
    return List.of(MINIMUM_ORDERS, COUNTRIES, EXCLUDE_BULK, BULK_FACTOR);
  }

  static PopulationSettings read(SettingsReader reader) {
    return new PopulationSettings(
        reader.value(MINIMUM_ORDERS),
        reader.optional(COUNTRIES).orElse(List.of()),
        !reader.value(EXCLUDE_BULK),
        reader.value(BULK_FACTOR));
  }
}
