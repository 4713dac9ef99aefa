package tributary.lake;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.table.catalog.Catalog;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.FlinkConfigOptions;
import tributary.config.LakeSettings;
import tributary.config.UserError;

/**
 * An open lake. Everything goes through its REST catalog, Flink's tasks too; close it to release
 * the lake for other commands.
 */
public final class Lake implements AutoCloseable {
  /** The branch of every table that is its published state. */
  public static final String MAIN = SnapshotRef.MAIN_BRANCH;

  /**
   * Options of sessions that read the lake: a source has as many tasks as other operators, for one
   * with a task for each file would not fit the slots of a small cluster.
   */
  public static final Map<String, String> SESSION_OPTIONS =
      Map.of(FlinkConfigOptions.TABLE_EXEC_ICEBERG_INFER_SOURCE_PARALLELISM.key(), "false");

  private final LakeAccess access;
  private final LakeTables tables;
  private final List<ScopedFlinkCatalog> flinkCatalogs = new ArrayList<>();

  private Lake(LakeAccess access) {
    this.access = access;
    this.tables = new LakeTables(access.catalog());
  }

  /**
   * Opens the lake for a command that fills it, and makes it where there is none: as its owner, or
   * through the process that serves it.
   *
   * @param command what to name in the error that another command gets meanwhile
   * @throws UserError when another writing command owns the lake, naming it
   */
  public static Lake openOrCreate(LakeSettings settings, String command) {
    return new Lake(LakeAccess.forWriting(settings, command));
  }

  /**
   * Opens the lake for a command that goes on with what others filled it with.
   *
   * @throws UserError when there is no lake, or as {@link #openOrCreate} does
   */
  public static Lake openForWriting(LakeSettings settings, String command) {
    LakeAccess.requireLake(settings);
    return openOrCreate(settings, command);
  }

  /**
   * Opens the lake for a command that only reads, whoever owns it.
   *
   * @throws UserError when there is no lake
   */
  public static Lake openForReading(LakeSettings settings) {
    return new Lake(LakeAccess.forReading(settings));
  }

  /**
   * Owns the lake and serves it to other processes until closed.
   *
   * @param bindAddress the address to listen on
   * @param port the port, 0 for any
   * @throws UserError when another command owns the lake, or the port is taken
   */
  public static Lake serve(LakeSettings settings, String bindAddress, int port) {
    return new Lake(LakeAccess.serving(settings, bindAddress, port));
  }

  /** Whether this process owns the lake for itself, so that no other one can be writing to it. */
  public boolean isExclusive() {
    return access.isExclusive();
  }

  /** Where the lake's REST catalog answers. */
  public URI endpoint() {
    return access.uri();
  }

  /** The token that opens the endpoint with this lake's rights. */
  public String token() {
    return access.tokens().write();
  }

  /**
   * Flink's picture of the lake, through the endpoint; closed with the lake.
   *
   * @param catalogName the name SQL knows it by
   * @param scope the state of each table that SQL sees
   */
  public Catalog flinkCatalog(String catalogName, TableScope scope) {
    ScopedFlinkCatalog catalog =
        new ScopedFlinkCatalog(catalogName, access.loader(catalogName), scope);
    flinkCatalogs.add(catalog);
    return catalog;
  }

  /**
   * Creates the table of a contract, or evolves it: new columns at the end, comments, sort order,
   * properties. A table is never dropped.
   *
   * @throws IllegalStateException when the contract cannot be met without losing data or names
   */
  public void ensureTable(TableContract contract) {
    tables.ensure(contract);
  }

  /** Every table, by name. */
  public List<TableName> tables() {
    return tables.list();
  }

  /** Whether there is such a table. */
  public boolean exists(TableName table) {
    return tables.exists(table);
  }

  /** What a table is and holds, from metadata alone. */
  public TableDescription describe(TableName table) {
    return TableDescriber.describe(table, tables.load(table));
  }

  /**
   * Makes a branch of the published state.
   *
   * @throws IllegalStateException when the branch exists
   */
  public void createBranch(TableName table, String branch) {
    createBranch(table, branch, snapshotId(table, MAIN).orElseThrow());
  }

  /**
   * Makes a branch of an earlier state.
   *
   * @throws IllegalStateException when the branch exists, or that state has expired
   */
  public void createBranch(TableName table, String branch, long snapshotId) {
    branches(table).create(branch, snapshotId);
  }

  /** The lock among processes that a branch of a table is. */
  public BranchLock lock(TableName table, String branch) {
    return new BranchLock(table, tables, branch);
  }

  /** Whether the table has such a branch. */
  public boolean hasBranch(TableName table, String branch) {
    return branches(table).has(branch);
  }

  /** Drops a branch, and nothing when there is none. */
  public void dropBranch(TableName table, String branch) {
    branches(table).drop(branch);
  }

  /** Deletes all rows of a branch, by metadata alone. */
  public void clear(TableName table, String branch) {
    branches(table).clear(branch);
  }

  /**
   * Deletes whole partitions of a branch, by metadata alone.
   *
   * @param column the column that partitions the table
   * @param values for year, month and day partitions the first day of each as a LocalDate; for
   *     identity partitions the values; null for rows without one
   * @throws RuntimeException when a file holds other rows too; nothing is deleted then
   */
  public void clearPartitions(TableName table, String branch, String column, Collection<?> values) {
    branches(table).clearPartitions(branch, column, values);
  }

  /**
   * Deletes partitions of a branch by several columns, by metadata alone.
   *
   * @param values per column that partitions the table; partitions that have one of each column's
   *     are deleted
   * @throws RuntimeException when a file holds other rows too; nothing is deleted then
   */
  public void clearPartitions(
      TableName table, String branch, Map<String, ? extends Collection<?>> values) {
    branches(table).clearPartitions(branch, values);
  }

  /** The data files of a snapshot that can hold rows with a date before a day, sorted. */
  public List<String> filesBefore(TableName table, long snapshotId, String column, LocalDate day) {
    return MetricsReader.filesBefore(tables.load(table), snapshotId, column, day);
  }

  /** Records where a branch's rows come from, in the summary of a snapshot that adds none. */
  public void stamp(TableName table, String branch, Map<String, String> summary) {
    branches(table).stamp(branch, summary);
  }

  /** What was recorded with the snapshot that a branch or tag points to; empty without one. */
  public Map<String, String> summary(TableName table, String ref) {
    return LakeTables.snapshot(tables.load(table), ref).map(Snapshot::summary).orElse(Map.of());
  }

  /** The snapshot a branch or tag points to. */
  public OptionalLong snapshotId(TableName table, String ref) {
    return LakeTables.snapshot(tables.load(table), ref).stream()
        .mapToLong(Snapshot::snapshotId)
        .findFirst();
  }

  /**
   * Publishes a branch in one commit: tags its state, makes it main's, and removes the branch. Does
   * nothing when that has been done.
   *
   * @param snapshotId the state that the branch must have
   * @param tagBefore the tag for the state that main had, unless that state has one already
   * @throws StateHasMovedException when something was published since the branch was made
   * @throws IllegalStateException when there is neither the branch nor the tag
   */
  public void publish(
      TableName table, String branch, long snapshotId, String tag, String tagBefore) {
    branches(table).publish(branch, snapshotId, tag, tagBefore);
  }

  /** Tags a state; does nothing when there is such a tag, or no such state any more. */
  public void tag(TableName table, String tag, long snapshotId) {
    branches(table).tag(tag, snapshotId);
  }

  /** Of the tags with such beginnings, removes those of all states but these. */
  public void retain(TableName table, Set<Long> snapshotIds, Collection<String> beginnings) {
    branches(table).retain(snapshotIds, beginnings);
  }

  /**
   * @throws StateHasMovedException when a branch or main points to another state, or is gone
   */
  public void requireUnmoved(TableName table, String ref, long snapshotId) {
    branches(table).requireUnmoved(ref, snapshotId);
  }

  /** Whether a state of a table can still be read. */
  public boolean hasSnapshot(TableName table, long snapshotId) {
    return tables.load(table).snapshot(snapshotId) != null;
  }

  /**
   * Adds rows to a small table in one commit.
   *
   * @param rows column to value: String, Long, Integer, Double, Boolean, LocalDate, LocalDateTime,
   *     BigDecimal, byte[]; absent is null
   */
  public void append(TableName table, String ref, List<Map<String, Object>> rows) {
    writable(table, ref).append(ref, rows);
  }

  /** Replaces all rows of a small table in one commit; rows as in {@link #append}. */
  public void replace(TableName table, String ref, List<Map<String, Object>> rows) {
    writable(table, ref).replace(ref, rows);
  }

  /** All rows of a small table, with every column. */
  public List<Map<String, Object>> rows(TableName table, String ref) {
    Table loaded = tables.load(table);
    return rows(table, loaded, ref, TableDescriber.columnNames(loaded));
  }

  /** All rows of a small table, with the named columns. */
  public List<Map<String, Object>> rows(TableName table, String ref, Collection<String> columns) {
    return rows(table, tables.load(table), ref, columns);
  }

  /**
   * Reads a state of a table of any size, row by row.
   *
   * @param only column to the values that rows must have one of; such as are not columns of the
   *     table are a mistake
   * @param reader gets each row, with the named columns; it must not keep all of a large table
   */
  public void scan(
      TableName table,
      long snapshotId,
      Collection<String> columns,
      Map<String, ? extends Collection<?>> only,
      Consumer<Map<String, Object>> reader) {
    Table loaded = tables.load(table);
    new SmallTable(table, loaded).scan(loaded.snapshot(snapshotId), columns, only, reader);
  }

  /** All rows of an earlier state of a small table, with every column. */
  public List<Map<String, Object>> rows(TableName table, long snapshotId) {
    Table loaded = tables.load(table);
    return new SmallTable(table, loaded)
        .rows(loaded.snapshot(snapshotId), TableDescriber.columnNames(loaded));
  }

  /** How many rows an earlier state holds, from metadata. */
  public long rowCount(TableName table, long snapshotId) {
    Table loaded = tables.load(table);
    return TableDescriber.rowCount(loaded, Optional.of(loaded.snapshot(snapshotId)));
  }

  /** How many rows a branch or tag holds, from metadata. */
  public long rowCount(TableName table, String ref) {
    Table loaded = tables.load(table);
    return TableDescriber.rowCount(loaded, LakeTables.snapshot(loaded, ref));
  }

  /** What the metrics of a state's data files say of each column; no data file is read. */
  public Map<String, ColumnMetrics> columnMetrics(TableName table, long snapshotId) {
    Table loaded = tables.load(table);
    return MetricsReader.read(loaded, loaded.snapshot(snapshotId));
  }

  /**
   * The latest time of a column of a state, by the metrics of its data files; empty where all are
   * null.
   *
   * @throws IllegalStateException when a file does not say it
   */
  public Optional<LocalDateTime> latest(TableName table, long snapshotId, String column) {
    return MetricsReader.latest(tables.load(table), snapshotId, column);
  }

  /** The locations of the data files that a branch or tag holds. */
  public Set<String> dataFiles(TableName table, String ref) {
    Table loaded = tables.load(table);
    return LakeTables.snapshot(loaded, ref)
        .map(snapshot -> TableDescriber.dataFiles(loaded, snapshot))
        .orElse(Set.of());
  }

  /** The locations of the data files of an earlier state. */
  public Set<String> dataFiles(TableName table, long snapshotId) {
    Table loaded = tables.load(table);
    return TableDescriber.dataFiles(loaded, loaded.snapshot(snapshotId));
  }

  /**
   * Removes snapshots and references that are past their age, and the files that these snapshots
   * dropped. What the oldest snapshot kept has dropped stays until that one expires.
   */
  public void expire(TableName table) {
    tables.load(table).expireSnapshots().cleanExpiredFiles(true).commit();
  }

  @Override
  public void close() {
    flinkCatalogs.forEach(ScopedFlinkCatalog::close);
    access.close();
  }

  private Branches branches(TableName table) {
    return new Branches(table, tables.load(table));
  }

  private SmallTable writable(TableName table, String ref) {
    Table loaded = tables.load(table);
    if (!ref.equals(MAIN)) {
      new Branches(table, loaded).require(ref);
    }
    return new SmallTable(table, loaded);
  }

  private static List<Map<String, Object>> rows(
      TableName table, Table loaded, String ref, Collection<String> columns) {
    Optional<Snapshot> snapshot = LakeTables.snapshot(loaded, ref);
    return snapshot
        .map(present -> new SmallTable(table, loaded).rows(present, columns))
        .orElse(List.of());
  }
}
