package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a command works.
 *
 * @param lake the tables
 * @param engine the jobs
 */
public record PlaceSettings(LakeSettings lake, EngineSettings engine) {
  public PlaceSettings {
    requireNonNull(lake, "lake is null");
    requireNonNull(engine, "engine is null");
  }

  /** For the help text. */
  public static List<Setting<?>> settings() {
    return Settings.join(List.of(LakeSettings.settings(), EngineSettings.settings()));
  }

  public static PlaceSettings read(SettingsReader reader) {
    return new PlaceSettings(LakeSettings.read(reader), EngineSettings.read(reader));
  }
}
