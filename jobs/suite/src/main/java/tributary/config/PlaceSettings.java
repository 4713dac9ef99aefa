package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a command works.
 *
 * @param lake the tables
 * @param engine the jobs
 * @param sqlDirectory the SQL files; absent: those in the job jar
 */
public record PlaceSettings(LakeSettings lake, EngineSettings engine, Optional<Path> sqlDirectory) {
  public static final Setting<Path> SQL_DIRECTORY =
      Setting.of(
          "sql-directory",
          "DIR",
          ValueType.path(),
          "the SQL files and source profiles to use (default: those beside the launcher)");

  public PlaceSettings {
    requireNonNull(lake, "lake is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(sqlDirectory, "sqlDirectory is null");
  }

  /** For the help text. */
  public static List<Setting<?>> settings() {
    return Settings.join(
        List.of(LakeSettings.settings(), EngineSettings.settings(), List.of(SQL_DIRECTORY)));
  }

  public static PlaceSettings read(SettingsReader reader) {
    return new PlaceSettings(
        LakeSettings.read(reader), EngineSettings.read(reader), reader.optional(SQL_DIRECTORY));
  }
}
