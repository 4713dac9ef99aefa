package tributary.config;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code segment} computes.
 *
 * @param asOf the day before which history counts; absent: the step's own default
 * @param segment how customers are segmented
 */
public record SegmentStepSettings(Optional<LocalDate> asOf, SegmentSettings segment) {
  public SegmentStepSettings {
    requireNonNull(asOf, "asOf is null");
    requireNonNull(segment, "segment is null");
  }

  public static List<Setting<?>> settings() {
    return SegmentSettingsReader.settings();
  }

  public static SegmentStepSettings read(SettingsReader reader) {
    return new SegmentStepSettings(
        reader.optional(SegmentSettingsReader.AS_OF), SegmentSettingsReader.read(reader));
  }
}
