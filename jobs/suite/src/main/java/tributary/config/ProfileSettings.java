package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code profile} looks at, and where it leaves its draft.
 *
 * @param input a file, a directory or a pattern
 * @param output the draft, a file that does not exist yet
 * @param dates whether the day or the month of dates is first; absent: as the files tell
 * @param decimal the decimal mark; absent: as the files tell
 */
public record ProfileSettings(
    String input, Path output, Optional<Dates> dates, Optional<Decimal> decimal) {
  public static final Setting<Path> OUTPUT =
      Setting.of(
              "profile-output",
              "FILE.sql",
              ValueType.path(),
              "where to leave the draft; by default here, named after the input")
          .flag("--output");
  public static final Setting<Dates> DATES =
      Setting.of(
              "profile-dates",
              "ORDER",
              ValueType.choice(Dates.class),
              "of dates such as 03/04/2025 that nothing else tells: day-first or month-first")
          .flag("--dates");
  public static final Setting<Decimal> DECIMAL =
      Setting.of(
              "profile-decimal",
              "MARK",
              ValueType.choice(Decimal.class),
              "of numbers such as 1,250 that nothing else tells: point or comma")
          .flag("--decimal");

  /** Which of the two is first. */
  public enum Dates {
    DAY_FIRST,
    MONTH_FIRST
  }

  /** What stands before a fraction. */
  public enum Decimal {
    POINT,
    COMMA
  }

  public ProfileSettings {
    requireNonNull(input, "input is null");
    requireNonNull(output, "output is null");
    requireNonNull(dates, "dates is null");
    requireNonNull(decimal, "decimal is null");
  }

  public static List<Setting<?>> settings() {
    return List.of(IngestSettings.INPUT, OUTPUT, DATES, DECIMAL);
  }

  /**
   * @throws UserError with all problems so far
   */
  public static ProfileSettings read(SettingsReader reader) {
    String input = reader.value(IngestSettings.INPUT);
    Optional<Path> output = reader.optional(OUTPUT);
    Optional<Dates> dates = reader.optional(DATES);
    Optional<Decimal> decimal = reader.optional(DECIMAL);
    reader.throwIfAny();
    Path draft = output.orElseGet(() -> named(input));
    refuse(draft);
    return new ProfileSettings(input, draft, dates, decimal);
  }

  /** Named after the input: a profile's name is recorded as the source of its lines. */
  private static Path named(String input) {
    String name = Path.of(input).toAbsolutePath().normalize().getFileName().toString();
    String word =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("([.][a-z][a-z0-9]{0,6}){1,2}$", "")
            .replaceAll("[^\\p{L}0-9]+", "-")
            .replaceAll("^-|-$", "");
    return Path.of((word.isEmpty() ? "shop" : word) + ".sql");
  }

  private static void refuse(Path draft) {
    if (!draft.toString().endsWith(".sql")) {
      throw new UserError(
          "Invalid --output: '%s', expected a name that ends in .sql, as --source takes it"
              .formatted(draft));
    }
    if (Files.exists(draft)) {
      throw new UserError(
          "Cannot leave the draft in %s: the file exists, and is not written over; name another with --output"
              .formatted(draft));
    }
    Path directory = draft.toAbsolutePath().getParent();
    if (!Files.isDirectory(directory)) {
      throw new UserError(
          "Cannot leave the draft in %s: there is no directory %s".formatted(draft, directory));
    }
  }
}
