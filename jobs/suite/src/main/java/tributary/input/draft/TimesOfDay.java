package tributary.input.draft;

import java.util.Optional;

/** Finds the pattern of times of day that are a column of their own. */
final class TimesOfDay {
  private TimesOfDay() {}

  /** The pattern of a time of day alone, in its column; empty when it holds none. */
  static Optional<String> pattern(Column column, boolean isNamedTime) {
    String pattern = null;
    if (column.share(value -> value.matches("[0-9]{1,2}:[0-9]{2}")) > 0.9) {
      pattern = "H:mm";
    } else if (column.share(value -> value.matches("[0-9]{1,2}:[0-9]{2}:[0-9]{2}")) > 0.9) {
      pattern = "H:mm:ss";
    } else if (column.share(value -> value.matches("[0-9]{1,2}:[0-9]{2} ?[AaPp][Mm]")) > 0.9) {
      pattern = column.share(value -> value.contains(" ")) > 0.5 ? "h:mm a" : "h:mma";
    } else if (column.share(value -> value.matches("[0-9]{1,2}:[0-9]{2}:[0-9]{2} ?[AaPp][Mm]"))
        > 0.9) {
      pattern = column.share(value -> value.contains(" ")) > 0.5 ? "h:mm:ss a" : "h:mm:ssa";
    } else if (isNamedTime
        && column.share(value -> value.matches("[0-2][0-9][0-5][0-9][0-5][0-9]")) > 0.9) {
      pattern = "HHmmss";
    } else if (isNamedTime && column.share(value -> value.matches("[0-2][0-9][0-5][0-9]")) > 0.9) {
      pattern = "HHmm";
    }
    return Optional.ofNullable(pattern);
  }
}
