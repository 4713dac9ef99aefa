package tributary.input.draft;

import java.util.List;
import java.util.Optional;
import tributary.input.ShippedProfile;
import tributary.script.SqlLibrary;

/** Finds the shipped profile that reads files of these columns, written as these are. */
final class Known {
  private static final double NEARLY_ALL = 0.97;
  private static final int MOST_VALUES = 200;

  private Known() {}

  static Optional<ShippedProfile> find(SqlLibrary library, Sheet sheet, Traits traits) {
    Layout layout = sheet.layout();
    boolean isPlain =
        layout.hasHeader()
            && layout.skippedLines() == 0
            && layout.quote() == '"'
            && !layout.hasEscapes();
    return isPlain
        ? ShippedProfile.fitting(library, sheet.names())
            .filter(profile -> readsTimes(profile, sheet, traits))
            .filter(profile -> hasPoints(profile, sheet, traits))
        : Optional.empty();
  }

  /** Whether each of its columns of times is read by its patterns; a time may be in two columns. */
  private static boolean readsTimes(ShippedProfile profile, Sheet sheet, Traits traits) {
    Optional<Column> time =
        used(profile, sheet).stream()
            .filter(column -> traits.timeOfDay(column).isPresent())
            .findFirst();
    return used(profile, sheet).stream()
        .filter(column -> traits.dates(column).isPresent())
        .limit(1)
        .allMatch(column -> readsTimes(profile.timePatterns(), column, time, traits));
  }

  private static boolean readsTimes(
      List<String> patterns, Column date, Optional<Column> time, Traits traits) {
    int known = 0;
    int read = 0;
    for (int row = 0; row < date.rows() && known < MOST_VALUES; row++) {
      if (!date.value(row).isEmpty()) {
        int at = row;
        String text = date.value(row) + time.map(column -> " " + column.value(at)).orElse("");
        known++;
        read +=
            patterns.stream().anyMatch(each -> traits.readings().time(text, each).isPresent())
                ? 1
                : 0;
      }
    }
    return read >= known * NEARLY_ALL;
  }

  private static boolean hasPoints(ShippedProfile profile, Sheet sheet, Traits traits) {
    return used(profile, sheet).stream()
        .filter(traits::isNumber)
        .noneMatch(column -> traits.mark(column).character() == ',');
  }

  private static List<Column> used(ShippedProfile profile, Sheet sheet) {
    return sheet.columns().stream()
        .filter(column -> profile.columns().stream().anyMatch(column.name()::equalsIgnoreCase))
        .toList();
  }
}
