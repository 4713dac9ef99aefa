package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that a delivery is of.
 *
 * @param first its first day
 * @param last its last day, not before the first
 */
public record Span(LocalDate first, LocalDate last) {
  public Span {
    requireNonNull(first, "first is null");
    requireNonNull(last, "last is null");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("Invalid span: %s to %s".formatted(first, last));
    }
  }

  int days() {
    return Math.toIntExact(1 + ChronoUnit.DAYS.between(first, last));
  }
}
