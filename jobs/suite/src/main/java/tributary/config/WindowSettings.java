package tributary.config;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * Which windows of history are looked at.
 *
 * @param length how much history before a window's end counts; empty means all of it
 * @param every how far apart the windows' ends are
 * @param from the first day that a window may end before; empty means one window only
 * @param recompute whether a window that was published of the same files and settings is computed
 *     again
 */
public record WindowSettings(
    Optional<Period> length, Period every, Optional<LocalDate> from, boolean recompute) {
  public static final Setting<Period> WINDOW =
      Setting.of(
          "window",
          "LENGTH",
          ValueType.period(),
          "how much history counts, such as P12M (default: all of it)");
  public static final Setting<Period> EVERY =
      Setting.of("every", "LENGTH", ValueType.period(), "how far apart the windows' ends are")
          .defaultsTo("P1M");
  public static final Setting<LocalDate> FROM =
      Setting.of(
          "from",
          "DATE",
          ValueType.date(),
          "computes every window that ends on this day or later (default: one window)");
  public static final Setting<Boolean> RECOMPUTE =
      Setting.of(
              "recompute",
              "",
              ValueType.truth(),
              "computes windows again that were published of the same files and settings")
          .defaultsTo(false);

  public WindowSettings {
    requireNonNull(length, "length is null");
    requireNonNull(every, "every is null");
    requireNonNull(from, "from is null");
  }

  /** One window over all history. */
  public static WindowSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  static List<Setting<?>> settings() {
    return List.of(WINDOW, EVERY, FROM, RECOMPUTE);
  }

  static WindowSettings read(SettingsReader reader) {
    Period every = reader.value(EVERY);
    if (every.toTotalMonths() != 0 && every.getDays() != 0) {
      reader.problem(
          "Invalid --every %s: expected months or days, not both, such as P1M or P7D"
              .formatted(every));
      every = Period.ofMonths(1);
    }
    return new WindowSettings(
        reader.optional(WINDOW), every, reader.optional(FROM), reader.value(RECOMPUTE));
  }
}
