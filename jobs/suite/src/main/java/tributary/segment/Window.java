package tributary.segment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import tributary.config.SegmentSettings;

/**
 * The history that one model looks at.
 *
 * @param segmentation the segmentation's name
 * @param start the first day, or {@link #BEGINNING} for all history
 * @param end the first day that no longer counts
 */
public record Window(String segmentation, LocalDate start, LocalDate end) {
  /** The start of a window over all history: fixed, so that late data do not move the key. */
  public static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

  public Window {
    requireNonNull(segmentation, "segmentation is null");
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "Invalid window of segmentation %s: its end %s is not after its start %s"
              .formatted(segmentation, end, start));
    }
  }

  /** The settings' window that ends before a day. */
  public static Window of(SegmentSettings settings, LocalDate end) {
    LocalDate start = settings.windows().length().map(end::minus).orElse(BEGINNING);
    return new Window(settings.segmentation(), start, end);
  }

  /** The window in words of the registry, such as {@code 2011-01-01/2012-01-01}. */
  public String scope() {
    return start + "/" + end;
  }
}
