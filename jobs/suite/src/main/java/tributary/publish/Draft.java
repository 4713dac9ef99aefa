package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.flink.table.catalog.Catalog;
import tributary.config.PublishSettings;
import tributary.lake.ColumnMetrics;
import tributary.lake.Lake;
import tributary.lake.Severity;
import tributary.lake.TableName;
import tributary.lake.TableScope;
import tributary.script.Condition;
import tributary.script.Engine;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * What the steps of a run write on: some tables are on a branch of their own, all others are as
 * they were when the run began, whoever publishes meanwhile.
 */
public class Draft {
  private final Workplace workplace;
  private final String id;
  private final Instant startedAt;
  private final List<TableName> tables;
  private final String branch;
  private final Map<TableName, Long> base;
  private final List<String> files = new ArrayList<>();
  private final Map<String, Condition> auditFilters = new HashMap<>();
  private final Map<String, List<Compared>> compared = new HashMap<>();
  private final List<AuditResult> ownResults = new ArrayList<>();
  private SqlSession batch;

  /**
   * @param id names the run in what it writes
   * @param tables those to write
   * @param base the state of every table that the run begins with
   */
  Draft(
      Workplace workplace,
      String id,
      Instant startedAt,
      Collection<TableName> tables,
      String branch,
      Map<TableName, Long> base) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.id = requireNonNull(id, "id is null");
    this.startedAt = requireNonNull(startedAt, "startedAt is null");
    this.tables = List.copyOf(tables);
    this.branch = requireNonNull(branch, "branch is null");
    this.base = Map.copyOf(base);
  }

  /** Sorts by the time the run began. */
  public String id() {
    return id;
  }

  /** When the run began, UTC. */
  public LocalDateTime startedAt() {
    return Ledger.utc(startedAt);
  }

  public SqlLibrary library() {
    return workplace.library();
  }

  /**
   * A session in which the run's tables are those of its branch, and other tables as they were when
   * it began; the catalog {@code published} has all tables as they were.
   */
  public SqlSession batch() {
    if (batch == null) {
      batch = workplace.engine().batch(catalogs());
    }
    return batch;
  }

  /** A new session as {@link #batch()}, in streaming mode at parallelism 1, for Flink ML. */
  public SqlSession streaming() {
    return workplace.engine().streaming(catalogs());
  }

  private Map<String, Catalog> catalogs() {
    Map<TableName, String> branches =
        tables.stream().collect(Collectors.toMap(table -> table, table -> branch));
    Map<TableName, Long> others = new HashMap<>(base);
    others.keySet().removeAll(tables);
    return Map.of(
        Engine.CURRENT_CATALOG,
        lake().flinkCatalog(Engine.CURRENT_CATALOG, new TableScope(branches, others)),
        "published",
        lake().flinkCatalog("published", new TableScope(Map.of(), base)));
  }

  /** Removes all rows of a table. */
  public void clear(String table) {
    lake().clear(TableName.of(table), branch);
  }

  /** Removes whole partitions of a table. */
  public void clearPartitions(String table, String column, Collection<?> values) {
    lake().clearPartitions(TableName.of(table), branch, column, values);
  }

  /** Removes the partitions that have one of the values of each column from a table. */
  public void clearPartitions(String table, Map<String, ? extends Collection<?>> values) {
    lake().clearPartitions(TableName.of(table), branch, values);
  }

  /**
   * A hash of the names of the data files with rows of a date before a day: as long as it is the
   * same, so are the rows.
   */
  public String filesBefore(String table, String column, LocalDate day) {
    TableName name = TableName.of(table);
    return Json.sha256(Map.of("files", lake().filesBefore(name, snapshotOf(table), column, day)));
  }

  /** The snapshot that the run reads of a table: of its branch where it writes the table. */
  public long snapshotOf(String table) {
    TableName name = TableName.of(table);
    return tables.contains(name) ? lake().snapshotId(name, branch).orElseThrow() : base.get(name);
  }

  /** A small table's rows: the run's own where it writes the table, else those it began with. */
  public List<Map<String, Object>> rows(String table) {
    TableName name = TableName.of(table);
    return tables.contains(name) ? lake().rows(name, branch) : rowsBefore(table);
  }

  /** The rows that a small table began with; none when it was not there yet. */
  public List<Map<String, Object>> rowsBefore(String table) {
    TableName name = TableName.of(table);
    return base.containsKey(name) ? lake().rows(name, base.get(name)) : List.of();
  }

  /** Adds rows to a small table that the run writes. */
  public void append(String table, List<Map<String, Object>> rows) {
    lake().append(TableName.of(table), branch, rows);
  }

  /** Puts rows in the place of all rows of a small table that the run writes. */
  public void replace(String table, List<Map<String, Object>> rows) {
    lake().replace(TableName.of(table), branch, rows);
  }

  /** Rows of a table that the run writes, from its metadata. */
  public long rowCount(String table) {
    return lake().rowCount(TableName.of(table), branch);
  }

  /** How many rows a table began with, from its metadata. */
  public long rowCountBefore(String table) {
    TableName name = TableName.of(table);
    return lake().rowCount(name, base.get(name));
  }

  /** Whether a column of a table is null in any row, from the metadata of its files. */
  public boolean hasNulls(String table, String column) {
    return metrics(table, column).nulls() > 0;
  }

  /** The text that all rows of a table have in a column, where its files' metadata know of one. */
  public Optional<String> onlyText(String table, String column) {
    return metrics(table, column).onlyText();
  }

  /** The latest time of a column, from the metadata of its files; empty where all are null. */
  public Optional<LocalDateTime> latest(String table, String column) {
    return lake().latest(TableName.of(table), snapshotOf(table), column);
  }

  private ColumnMetrics metrics(String table, String column) {
    return lake()
        .columnMetrics(TableName.of(table), snapshotOf(table))
        .getOrDefault(column, ColumnMetrics.NONE);
  }

  /** Notes files that the run took in, for its record. */
  public void tookIn(Collection<String> names) {
    files.addAll(names);
  }

  /** Audits only rows of a table that meet a condition, where the others were audited before. */
  public void auditOnly(String table, Condition condition) {
    auditFilters.put(table, condition);
  }

  /**
   * Has all comparisons of a table's contract made, with the state that it began with. Of several
   * kinds of new rows, the worst counts.
   *
   * @param fresh a condition for those of its rows that are new
   * @param published a condition for the earlier rows that they are compared with
   */
  public void compare(String table, Condition fresh, Condition published) {
    compare(table, new Compared(fresh, published, Optional.empty(), OptionalLong.empty()));
  }

  /**
   * The same, where the table has days, and earlier ones say what is usual.
   *
   * @param span the days of the new rows
   * @param rows how many new rows there are
   */
  public void compare(String table, Condition fresh, Condition published, Span span, long rows) {
    compare(table, new Compared(fresh, published, Optional.of(span), OptionalLong.of(rows)));
  }

  private void compare(String table, Compared rows) {
    compared.computeIfAbsent(table, ignored -> new ArrayList<>()).add(rows);
  }

  /** Adds a check that the run made itself. */
  public void check(
      String table, String name, boolean passed, Object observed, Object expected, String message) {
    ownResults.add(
        new AuditResult(
            TableName.of(table),
            name,
            Severity.ERROR,
            passed,
            String.valueOf(observed),
            String.valueOf(expected),
            passed ? "" : message));
  }

  final Workplace workplace() {
    return workplace;
  }

  final Lake lake() {
    return workplace.lake();
  }

  /** The tables that it writes. */
  final List<TableName> tables() {
    return tables;
  }

  final String branch() {
    return branch;
  }

  final Map<TableName, Long> base() {
    return base;
  }

  final List<String> files() {
    return List.copyOf(files);
  }

  /** Makes every check. */
  final List<AuditResult> audit(PublishSettings settings) {
    List<AuditResult> results = new ArrayList<>(ownResults);
    results.addAll(new Auditor(this, settings, auditFilters, compared).audit());
    return results;
  }
}
