package tributary.input.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Rows that share a key, such as those of one receipt. */
final class Groups {
  private final Collection<List<Integer>> groups;

  private Groups(Collection<List<Integer>> groups) {
    this.groups = groups;
  }

  /**
   * @param rows how many there are
   * @param key of a row; a blank one belongs to no group
   * @param counts whether a row counts
   */
  static Groups by(int rows, IntFunction<String> key, IntPredicate counts) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < rows; row++) {
      String of = key.apply(row);
      if (!of.isBlank() && counts.test(row)) {
        groups.computeIfAbsent(of, any -> new ArrayList<>()).add(row);
      }
    }
    return new Groups(groups.values());
  }

  static Groups by(Column column) {
    return by(column.rows(), column::value, row -> true);
  }

  int count() {
    return groups.size();
  }

  /** Groups of several rows. */
  List<List<Integer>> several() {
    return groups.stream().filter(group -> group.size() > 1).toList();
  }

  /** The share of those of several rows of which this holds; 0 where there are none. */
  double share(Predicate<List<Integer>> wanted) {
    List<List<Integer>> several = several();
    return several.isEmpty()
        ? 0
        : (double) several.stream().filter(wanted).count() / several.size();
  }

  /** The share of those of several rows in which a column has one value; blanks do not count. */
  double shareConstant(Column column) {
    return share(group -> values(group, column::value).size() <= 1);
  }

  /** How many groups have more than one of these values; blanks do not count. */
  long mixed(IntFunction<String> value) {
    return groups.stream().filter(group -> values(group, value).size() > 1).count();
  }

  static Set<String> values(List<Integer> group, IntFunction<String> value) {
    Set<String> values = new HashSet<>();
    for (int row : group) {
      String of = value.apply(row);
      if (!of.isBlank()) {
        values.add(of);
      }
    }
    return values;
  }
}
