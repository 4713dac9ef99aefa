package tributary.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.flink.types.Row;
import tributary.config.UserError;
import tributary.lake.Column;
import tributary.lake.Lake;
import tributary.lake.TableContract;
import tributary.lake.TableName;
import tributary.lake.TableScope;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlSession;

/** Compares two states of some tables, row by row, in one job for all tables. */
public final class StateComparison {
  private static final String SEPARATOR = " || '\u001f' || ";

  private final Workplace workplace;
  private final Map<TableName, Long> before;
  private final Map<TableName, Long> after;

  /**
   * @param before the first snapshot of each table
   * @param after the second snapshot of the same tables
   */
  StateComparison(Workplace workplace, Map<TableName, Long> before, Map<TableName, Long> after) {
    this.workplace = workplace;
    this.before = Map.copyOf(before);
    this.after = Map.copyOf(after);
  }

  /**
   * What a run changed, or would change, in the tables that it wrote.
   *
   * @throws tributary.config.UserError when its branches and tags have expired
   */
  public static StateComparison of(Workplace workplace, RunRecord run) {
    if (run.rowsWritten().isEmpty()) {
      throw new UserError(
          "Cannot compare run %s: it is %s, and wrote nothing that was audited"
              .formatted(run.id(), run.status().text()));
    }
    Lake lake = workplace.lake();
    Map<TableName, Long> before = new HashMap<>();
    Map<TableName, Long> after = new HashMap<>();
    for (String name : run.rowsWritten().keySet()) {
      TableName table = TableName.of(name);
      before.put(table, run.inputs().get(table));
      after.put(table, written(lake, run, table).orElse(-1));
      if (!lake.hasSnapshot(table, before.get(table))
          || !lake.hasSnapshot(table, after.get(table))) {
        throw new UserError(
            "Cannot compare run %s: its state of %s has expired".formatted(run.id(), table));
      }
    }
    return new StateComparison(workplace, before, after);
  }

  /** The state that a run left of a table: on its branch, or published. */
  private static OptionalLong written(Lake lake, RunRecord run, TableName table) {
    OptionalLong branch = lake.snapshotId(table, Run.branch(run.id()));
    return branch.isPresent() ? branch : lake.snapshotId(table, Run.tag(run.id()));
  }

  /**
   * A session whose catalog {@code before} has the first states, and whose tables without a catalog
   * are those of the second.
   */
  public SqlSession session() {
    Lake lake = workplace.lake();
    return workplace
        .engine()
        .batch(
            Map.of(
                Engine.CURRENT_CATALOG,
                lake.flinkCatalog(Engine.CURRENT_CATALOG, new TableScope(Map.of(), after)),
                "before",
                lake.flinkCatalog("before", new TableScope(Map.of(), before))));
  }

  /** Of each table, by name; a table in whose files nothing has changed is not read. */
  public List<TableDifference> differences() {
    List<TableName> tables = after.keySet().stream().sorted().toList();
    List<Script> states = new ArrayList<>();
    for (TableName table : tables) {
      if (hasOtherFiles(table)) {
        states.add(rows(table, tables.indexOf(table), "before.", -1));
        states.add(rows(table, tables.indexOf(table), "", 1));
      }
    }
    Map<Integer, List<Row>> found =
        states.isEmpty()
            ? Map.of()
            : session().query("compare", query(states)).stream()
                .collect(Collectors.groupingBy(row -> row.<Integer>getFieldAs("table_number")));
    return tables.stream()
        .map(table -> difference(table, found.getOrDefault(tables.indexOf(table), List.of())))
        .toList();
  }

  private boolean hasOtherFiles(TableName table) {
    Lake lake = workplace.lake();
    return !lake.dataFiles(table, before.get(table))
        .equals(lake.dataFiles(table, after.get(table)));
  }

  private Script query(List<Script> states) {
    String all = Script.unionAll("states", states).statements().get(0).text();
    return workplace
        .library()
        .script("checks/differences.sql")
        .bind(Map.of("states", new Fragment(all)));
  }

  private Script rows(TableName table, int number, String catalog, int side) {
    TableContract contract = workplace.contracts().of(table);
    Map<String, Object> values = new HashMap<>();
    values.put("table_number", number);
    values.put("side", side);
    values.put("state", new Fragment(catalog + new Identifier(table.toString()).quoted()));
    values.put("key", new Fragment(text(contract, contract.key())));
    values.put("columns", new Fragment(text(contract, contract.columnNames())));
    return workplace.library().script("checks/row_states.sql").bind(values);
  }

  private static String text(TableContract contract, List<String> names) {
    return contract.columns().stream()
        .filter(column -> names.contains(column.name()))
        .filter(column -> !column.isProvenance())
        .map(StateComparison::text)
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String text(Column column) {
    String name = new Identifier(column.name()).quoted();
    boolean isBytes = column.type().matches("binary|fixed.*");
    return "COALESCE(%s, 'null')"
        .formatted(
            isBytes
                ? "DECODE(%s, 'ISO-8859-1')".formatted(name)
                : "CAST(%s AS STRING)".formatted(name));
  }

  private static TableDifference difference(TableName table, List<Row> rows) {
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> row.<String>getFieldAs("difference"),
                    row -> row.<Long>getFieldAs("row_count")));
    String example =
        rows.stream()
            .sorted(Comparator.comparing(row -> row.<String>getFieldAs("difference")))
            .map(row -> row.<String>getFieldAs("example").replace('\u001f', ' '))
            .findFirst()
            .orElse("");
    return new TableDifference(
        table,
        counts.getOrDefault("added", 0L),
        counts.getOrDefault("removed", 0L),
        counts.getOrDefault("changed", 0L),
        example);
  }
}
