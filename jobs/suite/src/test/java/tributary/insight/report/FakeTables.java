package tributary.insight.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tables of a lake that are held in memory. */
final class FakeTables implements PublishedTables {
  private final Map<String, List<Map<String, Object>>> tables = new HashMap<>();

  FakeTables with(String table, List<Map<String, Object>> rows) {
    tables.put(table, List.copyOf(rows));
    return this;
  }

  @Override
  public void scan(
      String table,
      Collection<String> columns,
      Map<String, ? extends Collection<?>> only,
      Consumer<Map<String, Object>> reader) {
    for (Map<String, Object> row : tables.getOrDefault(table, List.of())) {
      boolean isWanted =
          only.entrySet().stream()
              .allMatch(each -> each.getValue().contains(row.get(each.getKey())));
      if (isWanted) {
        Map<String, Object> read = new LinkedHashMap<>();
        columns.forEach(column -> read.put(column, row.get(column)));
        reader.accept(read);
      }
    }
  }

  @Override
  public List<State> states() {
    List<State> states = new ArrayList<>();
    tables.forEach((table, rows) -> states.add(new State(table, rows.size(), 1)));
    return states;
  }
}
