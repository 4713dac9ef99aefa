package tributary.insight.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Rows with the same columns, whose names are written once; the page makes objects of them again.
 *
 * @param columns their names
 * @param rows a value for each column
 */
record Frame(List<String> columns, List<List<Object>> rows) {
  Frame {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The named columns of rows; what a row lacks is null. */
  static Frame of(List<String> columns, Collection<? extends Map<String, ?>> rows) {
    return new Frame(columns, rows.stream().map(row -> values(columns, row)).toList());
  }

  private static List<Object> values(List<String> columns, Map<String, ?> row) {
    List<Object> values = new ArrayList<>();
    columns.forEach(column -> values.add(row.get(column)));
    return values;
  }
}
