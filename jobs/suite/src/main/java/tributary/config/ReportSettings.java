package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a command tells what it did.
 *
 * @param summaryFile where to write the closing summary, as one JSON object
 * @param isDebugging whether to show where in the program a failure happened
 */
public record ReportSettings(Optional<Path> summaryFile, boolean isDebugging) {
  public static final Setting<Path> SUMMARY_FILE =
      Setting.of(
          "summary-json",
          "FILE",
          ValueType.path(),
          "also write the closing summary to this file, as one JSON object");
  public static final Setting<Boolean> DEBUG =
      Setting.of("debug", "", ValueType.truth(), "show where in the program a failure happened")
          .defaultsTo(false);

  public ReportSettings {
    requireNonNull(summaryFile, "summaryFile is null");
  }

  /** For the help text. */
  public static List<Setting<?>> settings() {
    return List.of(SUMMARY_FILE, SettingsReader.CONFIG, DEBUG);
  }

  public static ReportSettings read(SettingsReader reader) {
    return new ReportSettings(reader.optional(SUMMARY_FILE), reader.value(DEBUG));
  }
}
