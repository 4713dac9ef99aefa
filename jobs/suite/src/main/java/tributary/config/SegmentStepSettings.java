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
  /** The day that the last window ends before. */
  public static final Setting<LocalDate> AS_OF =
      Setting.of(
          "as-of",
          "DATE",
          ValueType.date(),
          "the day before which history counts (default: for segment the end of the last complete"
              + " month, or of what --every says; for run and demo the day after the last sale)");

  public SegmentStepSettings {
    requireNonNull(asOf, "asOf is null");
    requireNonNull(segment, "segment is null");
  }

  public static List<Setting<?>> settings() {
    return Settings.join(List.of(List.of(AS_OF), SegmentSettings.settings()));
  }

  public static SegmentStepSettings read(SettingsReader reader) {
    Optional<LocalDate> asOf = reader.optional(AS_OF);
    SegmentSettings segment = SegmentSettings.read(reader);
    Optional<LocalDate> from = segment.windows().from();
    if (asOf.isPresent() && from.isPresent() && from.get().isAfter(asOf.get())) {
      reader.problem("Invalid --from %s: it is after --as-of %s".formatted(from.get(), asOf.get()));
    }
    return new SegmentStepSettings(asOf, segment);
  }
}
