package tributary.config;

import java.util.List;

/**
 * What {@code curate} computes.
 *
 * @param isFull whether all months are computed anew, not only those that new lines fall into
 */
public record CurateSettings(boolean isFull) {
  public static final Setting<Boolean> FULL =
      Setting.of(
              "full",
              "",
              ValueType.truth(),
              "compute all months anew, not only those with new lines")
          .defaultsTo(false);

  public static List<Setting<?>> settings() {
    return List.of(FULL);
  }

  public static CurateSettings read(SettingsReader reader) {
    return new CurateSettings(reader.value(FULL));
  }
}
