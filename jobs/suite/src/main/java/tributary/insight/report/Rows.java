package tributary.insight.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows as maps of column to value. */
final class Rows {
  private Rows() {}

  /** By a column's values, of which none is null, the least first. */
  static List<Map<String, Object>> sorted(List<Map<String, Object>> rows, String column) {
    return rows.stream().sorted(byColumn(column)).toList();
  }

  /** The row with the highest value of a column. */
  static Optional<Map<String, Object>> last(List<Map<String, Object>> rows, String column) {
    return rows.stream().max(byColumn(column));
  }

  @SuppressWarnings("unchecked")
  private static Comparator<Map<String, Object>> byColumn(String column) {
    return (left, right) -> ((Comparable<Object>) left.get(column)).compareTo(right.get(column));
  }
}
