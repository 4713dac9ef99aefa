package tributary.insight.report;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tributary.config.UserError;
import tributary.lake.Column;
import tributary.lake.Lake;
import tributary.lake.TableDescription;
import tributary.lake.TableName;

/** The published tables of a lake. */
final class LakeTables implements PublishedTables {
  private static final String PUBLISHED = "main";

  private final Lake lake;

  LakeTables(Lake lake) {
    this.lake = requireNonNull(lake, "lake is null");
  }

  @Override
  public void scan(
      String table,
      Collection<String> columns,
      Map<String, ? extends Collection<?>> only,
      Consumer<Map<String, Object>> reader) {
    TableName name = TableName.of(table);
    if (lake.exists(name)) {
      requireColumns(name, columns);
      lake.scan(name, PUBLISHED, columns, only, reader);
    }
  }

  private void requireColumns(TableName table, Collection<String> columns) {
    List<String> present = lake.describe(table).columns().stream().map(Column::name).toList();
    for (String column : columns) {
      if (!present.contains(column)) {
        throw new UserError(
            "Cannot read column %s of %s: an earlier version of Tributary wrote the table; the next 'tributary run' adds it"
                .formatted(column, table));
      }
    }
  }

  @Override
  public List<State> states() {
    return lake.tables().stream()
        .map(lake::describe)
        .filter(table -> table.current().isPresent())
        .map(LakeTables::state)
        .toList();
  }

  private static State state(TableDescription table) {
    return new State(
        table.table().toString(), table.rowCount(), table.current().orElseThrow().snapshotId());
  }
}
