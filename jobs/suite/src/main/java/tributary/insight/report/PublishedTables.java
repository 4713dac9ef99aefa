package tributary.insight.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the report reads. A table that is not there has no rows. */
interface PublishedTables {
  /** A table's rows, which may be more than fit in memory, one by one. */
  void scan(
      String table,
      Collection<String> columns,
      Map<String, ? extends Collection<?>> only,
      Consumer<Map<String, Object>> reader);

  /** Every table with its rows and snapshot. */
  List<State> states();

  /**
   * The published state of a table.
   *
   * @param rows how many it has
   * @param snapshot its id
   */
  record State(String table, long rows, long snapshot) {}

  /** The rows of a small part of a table. */
  default List<Map<String, Object>> rows(
      String table, Collection<String> columns, Map<String, ? extends Collection<?>> only) {
    List<Map<String, Object>> rows = new ArrayList<>();
    scan(table, columns, only, rows::add);
    return rows;
  }

  /** The rows of a small table. */
  default List<Map<String, Object>> rows(String table, Collection<String> columns) {
    return rows(table, columns, Map.of());
  }

  /** How many rows a table has. */
  default long rowCount(String table) {
    return states().stream()
        .filter(state -> state.table().equals(table))
        .mapToLong(State::rows)
        .sum();
  }
}
