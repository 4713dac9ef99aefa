package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code ingest} reads.
 *
 * @param source the name of the source profile that describes the files
 * @param input a file, a directory or a pattern
 * @param isDryRun whether to show what would be ingested, and write nothing
 * @param limit how many rows a dry run shows
 * @param replaces whether the files are corrected deliveries of files ingested before
 * @param replaced the number of the file that is corrected, where its name does not tell
 * @param isStrict whether a file that cannot be read stops all others
 */
public record IngestSettings(
    String source,
    String input,
    boolean isDryRun,
    int limit,
    boolean replaces,
    Optional<Long> replaced,
    boolean isStrict) {
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
              "each file is a corrected delivery of one taken in before: of the same name, holding mostly the same")
          .defaultsTo(false);
  public static final Setting<Long> FILE_NUMBER =
      Setting.of(
          "file-number",
          "N",
          ValueType.whole(1, 90_000_000),
          "which file is meant, by its file_number in landing.files, where its name does not tell");
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
    requireNonNull(replaced, "replaced is null");
    if (limit < 1) {
      throw new IllegalArgumentException("Invalid limit: " + limit);
    }
  }

  /** Files read in earnest. */
  public static IngestSettings of(String source, String input) {
    return new IngestSettings(source, input, false, 20, false, Optional.empty(), false);
  }

  /**
   * The same for corrected deliveries.
   *
   * @param file the number of the file that is corrected, where its name does not tell
   */
  public IngestSettings replacing(Optional<Long> file) {
    return new IngestSettings(source, input, isDryRun, limit, true, file, isStrict);
  }

  /** The same, where a file that cannot be read stops all others. */
  public IngestSettings strictly() {
    return new IngestSettings(source, input, isDryRun, limit, replaces, replaced, true);
  }

  public static List<Setting<?>> settings() {
    return List.of(SOURCE, INPUT, REPLACE, FILE_NUMBER, STRICT, DRY_RUN, LIMIT);
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
    Optional<Long> replaced = replaced(reader, replaces);
    boolean isStrict = reader.value(STRICT);
    reader.throwIfAny();
    return new IngestSettings(source, input, isDryRun, limit, replaces, replaced, isStrict);
  }

  /** The number of the file to be replaced, if given: a problem where none is to be. */
  static Optional<Long> replaced(SettingsReader reader, boolean replaces) {
    Optional<Long> number = reader.optional(FILE_NUMBER);
    if (number.isPresent() && !Boolean.TRUE.equals(replaces)) {
      reader.problem("Invalid --file-number: it says which file --replace corrects; add --replace");
    }
    return number;
  }
}
