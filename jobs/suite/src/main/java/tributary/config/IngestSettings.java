package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What {@code ingest} reads.
 *
 * @param source the name of the source profile that describes the files
 * @param input a file, a directory or a pattern
 * @param isDryRun whether to show what would be ingested, and write nothing
 * @param limit how many rows a dry run shows
 * @param replaces whether the files are corrected deliveries of files ingested before
 * @param isStrict whether a file that cannot be read stops all others
 */
public record IngestSettings(
    String source, String input, boolean isDryRun, int limit, boolean replaces, boolean isStrict) {
  public static final Setting<String> SOURCE =
      Setting.of(
          "source",
          "PROFILE",
          ValueType.text(),
          "the source profile that describes the files, such as online-retail");
  public static final Setting<String> INPUT =
      Setting.of(
          "input",
          "FILE|DIR|GLOB",
          ValueType.text(),
          "the file, directory or quoted pattern to read");
  public static final Setting<Boolean> REPLACE =
      Setting.of(
              "replace",
              "",
              ValueType.truth(),
              "the files are corrected deliveries of files with the same names")
          .defaultsTo(false);
  public static final Setting<Boolean> STRICT =
      Setting.of(
              "strict",
              "",
              ValueType.truth(),
              "a file that cannot be read stops all, rather than being left out")
          .defaultsTo(false);
  public static final Setting<String> WITHDRAWN =
      Setting.of("file", "FILE", ValueType.text(), "the file's name, as landing.files has it")
          .argument();
  public static final Setting<Boolean> DRY_RUN =
      Setting.of(
              "dry-run",
              "",
              ValueType.truth(),
              "show the mapped rows and the rejects, and write nothing")
          .defaultsTo(false);
  public static final Setting<Integer> LIMIT =
      Setting.of("limit", "N", ValueType.integer(1, 100_000), "how many rows --dry-run shows")
          .defaultsTo(20);

  public IngestSettings {
    requireNonNull(source, "source is null");
    requireNonNull(input, "input is null");
    if (limit < 1) {
      throw new IllegalArgumentException("Invalid limit: " + limit);
    }
  }

  /** Files read in earnest. */
  public static IngestSettings of(String source, String input) {
    return new IngestSettings(source, input, false, 20, false, false);
  }

  /** The same for corrected deliveries. */
  public IngestSettings replacing() {
    return new IngestSettings(source, input, isDryRun, limit, true, isStrict);
  }

  /** The same, where a file that cannot be read stops all others. */
  public IngestSettings strictly() {
    return new IngestSettings(source, input, isDryRun, limit, replaces, true);
  }

  public static List<Setting<?>> settings() {
    return List.of(SOURCE, INPUT, REPLACE, STRICT, DRY_RUN, LIMIT);
  }

  /**
   * @throws UserError with all problems so far
   */
  public static IngestSettings read(SettingsReader reader) {
    String source = reader.value(SOURCE);
    String input = reader.value(INPUT);
    boolean isDryRun = reader.value(DRY_RUN);
    int limit = reader.value(LIMIT);
    if (!isDryRun && reader.isArgument(LIMIT)) {
      reader.problem("Invalid --limit: it says how many rows --dry-run shows; add --dry-run");
    }
    boolean replaces = reader.value(REPLACE);
    boolean isStrict = reader.value(STRICT);
    reader.throwIfAny();
    return new IngestSettings(source, input, isDryRun, limit, replaces, isStrict);
  }
}
