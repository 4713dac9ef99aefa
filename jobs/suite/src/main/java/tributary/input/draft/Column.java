package tributary.input.draft;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A column of sampled rows. */
final class Column {
  private final int place;
  private final String name;
  private final List<String> values;
  private final Map<String, Integer> counts = new HashMap<>();
  private final int filled;

  /**
   * @param place from 0
   * @param name as the file's header has it
   * @param values one per sampled row, trimmed, empty where there is none
   */
  Column(int place, String name, List<String> values) {
    this.place = place;
    this.name = requireNonNull(name, "name is null");
    this.values = List.copyOf(values);
    this.values.stream()
        .filter(value -> !value.isEmpty())
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    this.filled = counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  int place() {
    return place;
  }

  String name() {
    return name;
  }

  /** Whether the file has no header to name it. */
  boolean isUnnamed() {
    return name.matches("column_[0-9]+");
  }

  List<String> values() {
    return values;
  }

  String value(int row) {
    return values.get(row);
  }

  int rows() {
    return values.size();
  }

  /** How many values are not empty. */
  int filled() {
    return filled;
  }

  double filledShare() {
    return values.isEmpty() ? 0 : (double) filled / values.size();
  }

  /** How often each value is there. */
  Map<String, Integer> counts() {
    return counts;
  }

  int distinct() {
    return counts.size();
  }

  /** The share of values for which this holds, of those that are not empty. */
  double share(Predicate<String> wanted) {
    if (filled == 0) {
      return 0;
    }
    int held =
        counts.entrySet().stream()
            .filter(entry -> wanted.test(entry.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return (double) held / filled;
  }
}
