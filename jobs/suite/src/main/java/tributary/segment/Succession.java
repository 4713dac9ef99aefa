package tributary.segment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which window comes before which, of a segmentation's published windows and the fresh ones that
 * are computed now.
 */
final class Succession {
  private final Set<LocalDate> fresh = new LinkedHashSet<>();
  private final NavigableMap<LocalDate, Window> windows = new TreeMap<>();

  /**
   * Two windows in a row.
   *
   * @param window the later one
   * @param previousEnd the end of the segmentation's latest window before it
   */
  record Step(Window window, LocalDate previousEnd) {}

  /**
   * @param published those with customers; fresh ones of the same end take their place
   */
  Succession(Collection<Window> published, Collection<Window> fresh) {
    Stream.concat(published.stream(), fresh.stream())
        .forEach(window -> windows.put(window.end(), window));
    fresh.forEach(window -> this.fresh.add(window.end()));
  }

  /** The ends of the fresh windows, and of those that have another window before them now. */
  List<LocalDate> changed() {
    Set<LocalDate> ends = new TreeSet<>(fresh);
    for (LocalDate end : fresh) {
      Optional.ofNullable(windows.higherKey(end)).ifPresent(ends::add);
    }
    return List.copyOf(ends);
  }

  /** The ends of the other windows directly before or after a fresh one. */
  List<LocalDate> neighbours() {
    Set<LocalDate> ends = new TreeSet<>();
    for (LocalDate end : fresh) {
      Stream.of(windows.lowerKey(end), windows.higherKey(end))
          .filter(Objects::nonNull)
          .forEach(ends::add);
    }
    ends.removeAll(fresh);
    return List.copyOf(ends);
  }

  /**
   * Each changed window with the one before it; the first of all has none.
   *
   * @param empty the ends of fresh windows that turned out to have no customers: they count for
   *     nothing
   */
  List<Step> steps(Set<LocalDate> empty) {
    NavigableMap<LocalDate, Window> inhabited = new TreeMap<>(windows);
    inhabited.keySet().removeAll(empty);
    return changed().stream()
        .filter(end -> inhabited.containsKey(end) && inhabited.lowerKey(end) != null)
        .map(end -> new Step(inhabited.get(end), inhabited.lowerKey(end)))
        .toList();
  }
}
