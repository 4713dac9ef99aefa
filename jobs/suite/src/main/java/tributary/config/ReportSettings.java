package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a command tells what it did.
 *
 * @param summaryFile where to write the closing summary, as one JSON object
 * @param logFile where warnings and failures are logged
 * @param isDebugging whether to log more and to show where in the program a failure happened
 */
public record ReportSettings(Optional<Path> summaryFile, Path logFile, boolean isDebugging) {
  public static final Setting<Path> SUMMARY_FILE =
      Setting.of(
          "summary-json",
          "FILE",
          ValueType.path(),
          "also write the closing summary to this file, as one JSON object");
  public static final Setting<Path> LOG_FILE =
      Setting.of(
          "log-file",
          "FILE",
          ValueType.path(),
          "where warnings and failures are logged (default: logs/tributary.log in the lake)");
  public static final Setting<Boolean> DEBUG =
      Setting.of(
              "debug",
              "",
              ValueType.truth(),
              "log more, and show where in the program a failure happened")
          .defaultsTo(false);

  public ReportSettings {
    requireNonNull(summaryFile, "summaryFile is null");
    requireNonNull(logFile, "logFile is null");
  }

  /** For the help text. */
  public static List<Setting<?>> settings() {
    return List.of(SUMMARY_FILE, LOG_FILE, SettingsReader.CONFIG, DEBUG);
  }

  public static ReportSettings read(SettingsReader reader) {
    Path beside = reader.value(LakeSettings.LAKE).resolve("logs").resolve("tributary.log");
    return new ReportSettings(
        reader.optional(SUMMARY_FILE),
        reader.optional(LOG_FILE).orElse(beside),
        reader.value(DEBUG));
  }
}
