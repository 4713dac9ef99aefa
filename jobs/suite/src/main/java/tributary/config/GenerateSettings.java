package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What {@code generate} makes.
 *
 * @param output the directory that the files are written to
 * @param customers how many customers
 * @param products how many products
 * @param transactions how many lines of the transactions file
 * @param seed the same seed gives the same bytes
 * @param format of all files
 * @param lastDay the last of the two years' days
 */
public record GenerateSettings(
    Path output,
    int customers,
    int products,
    long transactions,
    long seed,
    Format format,
    LocalDate lastDay) {
  /** A file format. */
  public enum Format {
    CSV,
    PARQUET
  }

  public static final Setting<Path> OUTPUT =
      Setting.of("output", "DIR", ValueType.path(), "where to write the files");
  public static final Setting<Integer> CUSTOMERS =
      Setting.of("customers", "N", ValueType.integer(1, 10_000_000), "how many customers")
          .defaultsTo(500);
  public static final Setting<Integer> PRODUCTS =
      Setting.of("products", "N", ValueType.integer(1, 1_000_000), "how many products")
          .defaultsTo(50);
  public static final Setting<Long> TRANSACTIONS =
      Setting.of("transactions", "N", ValueType.whole(1, 1_000_000_000), "how many lines of sales")
          .defaultsTo(30_000);
  public static final Setting<Long> SEED =
      Setting.of(
              "seed",
              "N",
              ValueType.whole(Long.MIN_VALUE, Long.MAX_VALUE),
              "the same seed makes the same files")
          .defaultsTo(42);
  public static final Setting<Format> FORMAT =
      Setting.of(
              "generate-format",
              "FORMAT",
              ValueType.choice(Format.class),
              "the files' format: csv or parquet")
          .flag("--format")
          .defaultsTo("csv");
  public static final Setting<LocalDate> LAST_DAY =
      Setting.of("last-day", "DATE", ValueType.date(), "the last day of the two years")
          .defaultsTo("2025-12-31");

  public GenerateSettings {
    requireNonNull(output, "output is null");
    requireNonNull(format, "format is null");
    requireNonNull(lastDay, "lastDay is null");
  }

  public static List<Setting<?>> settings() {
    return Settings.join(List.of(List.of(OUTPUT), retailer(), List.of(LAST_DAY)));
  }

  /** What {@code demo} may choose too. */
  static List<Setting<?>> retailer() {
    return List.of(CUSTOMERS, PRODUCTS, TRANSACTIONS, SEED, FORMAT);
  }

  /**
   * @throws UserError with all problems so far
   */
  public static GenerateSettings read(SettingsReader reader) {
    Path output = reader.value(OUTPUT);
    GenerateSettings settings = into(output == null ? Path.of("") : output, reader);
    reader.throwIfAny();
    return settings;
  }

  static GenerateSettings into(Path output, SettingsReader reader) {
    return new GenerateSettings(
        output,
        reader.value(CUSTOMERS),
        reader.value(PRODUCTS),
        reader.value(TRANSACTIONS),
        reader.value(SEED),
        reader.value(FORMAT),
        reader.value(LAST_DAY));
  }
}
