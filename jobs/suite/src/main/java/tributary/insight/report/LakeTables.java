package tributary.insight.report;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tributary.config.UserError;
import tributary.lake.Column;
import tributary.lake.Lake;
import tributary.lake.TableDescription;
import tributary.lake.TableName;

/**
 * The published tables of a lake, each of which is described once and read in the state that was
 * described, whatever is published meanwhile.
 */
final class LakeTables implements PublishedTables {
  private final Lake lake;
  private final SortedMap<String, TableDescription> descriptions = new TreeMap<>();

  LakeTables(Lake lake) {
    this.lake = requireNonNull(lake, "lake is null");
    lake.tables().forEach(table -> descriptions.put(table.toString(), lake.describe(table)));
  }

  @Override
  public void scan(
      String table,
      Collection<String> columns,
      Map<String, ? extends Collection<?>> only,
      Consumer<Map<String, Object>> reader) {
    TableDescription description = descriptions.get(table);
    if (description != null) {
      requireColumns(description, columns);
      description
          .current()
          .ifPresent(
              state -> lake.scan(TableName.of(table), state.snapshotId(), columns, only, reader));
    }
  }

  private static void requireColumns(TableDescription table, Collection<String> columns) {
    List<String> present = table.columns().stream().map(Column::name).toList();
    for (String column : columns) {
      if (!present.contains(column)) {
        throw new UserError(
            "Cannot read column %s of %s: an earlier version of Tributary wrote the table; the next 'tributary run' adds it"
                .formatted(column, table.table()));
      }
    }
  }

  @Override
  public List<State> states() {
    return descriptions.values().stream()
        .filter(table -> table.current().isPresent())
        .map(LakeTables::state)
        .toList();
  }

  private static State state(TableDescription table) {
    return new State(
        table.table().toString(), table.rowCount(), table.current().orElseThrow().snapshotId());
  }
}
