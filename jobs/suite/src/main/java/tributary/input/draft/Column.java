package tributary.input.draft;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A column of sampled rows. */
final class Column {
  private final int place;
  private final String name;
  private final List<String> values;
  private final Optional<String> dash;
  private final boolean isHeading;
  private final Map<String, Integer> counts = new HashMap<>();
  private final int filled;

  /**
   * @param place from 0
   * @param name as the file's header has it
   * @param values one per sampled row, trimmed, empty where there is none
   */
  Column(int place, String name, List<String> values) {
    this(place, name, values, dash(values), false);
  }

  private Column(
      int place, String name, List<String> values, Optional<String> dash, boolean isHeading) {
    this.place = place;
    this.name = requireNonNull(name, "name is null");
    this.dash = dash;
    this.isHeading = isHeading;
    this.values =
        values.stream().map(value -> dash.filter(value::equals).isPresent() ? "" : value).toList();
    this.values.stream()
        .filter(value -> !value.isEmpty())
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    this.filled = counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The dash that stands where there is no value. */
  private static Optional<String> dash(List<String> values) {
    List<String> dashes =
        values.stream()
            .filter(value -> value.matches("[-\u2013\u2014]{1,3}"))
            .distinct()
            .limit(2)
            .toList();
    return dashes.size() == 1 ? Optional.of(dashes.get(0)) : Optional.empty();
  }

  /** The same where a value holds for the rows below it too, which have none. */
  Column asHeading() {
    List<String> filledDown = new ArrayList<>();
    String last = "";
    for (String value : values) {
      last = value.isEmpty() ? last : value;
      filledDown.add(last);
    }
    return new Column(place, name, filledDown, dash, true);
  }

  /** Whether a value of the file holds for the rows below it too, which have none. */
  boolean isHeading() {
    return isHeading;
  }

  /** The dash that stands for no value, if one does. */
  Optional<String> dash() {
    return dash;
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
