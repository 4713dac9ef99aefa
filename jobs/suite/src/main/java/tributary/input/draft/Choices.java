package tributary.input.draft;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the user says where files can be read in two ways.
 *
 * @param dayFirst true: 03/04/2025 is in April; false: in March
 * @param decimalMark a comma or a point
 */
public record Choices(Optional<Boolean> dayFirst, Optional<Character> decimalMark) {
  public Choices {
    requireNonNull(dayFirst, "dayFirst is null");
    requireNonNull(decimalMark, "decimalMark is null");
  }

  /** Nothing said. */
  public static Choices none() {
    return new Choices(Optional.empty(), Optional.empty());
  }
}
