package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.flink.table.catalog.Catalog;
import org.slf4j.MDC;
import tributary.lake.Lake;
import tributary.lake.Severity;
import tributary.lake.TableName;
import tributary.lake.TableScope;
import tributary.script.Engine;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * One run: it writes each of its tables on a branch of its own, audits them there, and publishes
 * all or none. A run that is closed without having been published has failed; its branches stay for
 * inspection.
 */
public final class Run implements AutoCloseable {
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'_'HHmmss'_'SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String MAIN = "main";

  private final Workplace workplace;
  private final String id;
  private final Instant startedAt;
  private final RunRequest request;
  private final List<TableName> tables;
  private final Ledger ledger;
  private final Map<String, String> auditFilters = new HashMap<>();
  private final List<AuditResult> ownResults = new ArrayList<>();
  private SqlSession batch;
  private boolean isPublishing;
  private boolean ended;

  /**
   * What runs work with.
   *
   * @param clock tells when runs begin and end; nothing that is computed depends on it
   */
  public record Workplace(
      Lake lake, Engine engine, Contracts contracts, SqlLibrary library, Clock clock) {}

  private Run(Workplace workplace, RunRequest request, Collection<String> tables) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.request = requireNonNull(request, "request is null");
    this.tables = tables.stream().map(TableName::of).toList();
    this.ledger = new Ledger(workplace.lake());
    this.startedAt = workplace.clock().instant();
    this.id = ID_TIME.format(startedAt) + "_" + UUID.randomUUID().toString().substring(0, 4);
  }

  /**
   * Begins a run: finishes what an earlier one left, creates or evolves all tables, and makes the
   * branches.
   *
   * @param tables those that the run writes, such as {@code curated.sales}
   * @throws tributary.config.UserError when another run is under way
   */
  public static Run start(Workplace workplace, RunRequest request, Collection<String> tables) {
    Run run = new Run(workplace, request, tables);
    workplace.contracts().all().forEach(workplace.lake()::ensureTable);
    RunLock.acquire(workplace.lake(), run.ledger, run.startedAt);
    try {
      new Recovery(workplace.lake(), run.ledger, workplace.clock()).recover();
      run.begin();
    } catch (RuntimeException e) {
      RunLock.release(workplace.lake());
      throw e;
    }
    return run;
  }

  private void begin() {
    MDC.put("run", id);
    Map<String, Object> snapshots = new TreeMap<>();
    for (TableName table : workplace.lake().tables()) {
      OptionalLong snapshot = workplace.lake().snapshotId(table, MAIN);
      snapshot.ifPresent(present -> snapshots.put(table.toString(), present));
    }
    Map<String, Object> columns = new HashMap<>();
    columns.put("command", request.command());
    columns.put("status", RunStatus.RUNNING.text());
    columns.put("process", RunLock.process());
    columns.put("started_at", Ledger.utc(startedAt));
    columns.put("code_version", request.codeVersion());
    columns.put("settings", Json.text(request.settings()));
    columns.put("settings_hash", Json.sha256(request.settings()));
    columns.put("input_snapshots", Json.text(snapshots));
    ledger.record(id, columns);
    tables.forEach(table -> workplace.lake().createBranch(table, branch()));
  }

  /** Sorts by the time the run began. */
  public String id() {
    return id;
  }

  /** When the run began, UTC. */
  public LocalDateTime startedAt() {
    return Ledger.utc(startedAt);
  }

  public Lake lake() {
    return workplace.lake();
  }

  public SqlLibrary library() {
    return workplace.library();
  }

  /**
   * A session in which the run's tables are those of its branch, and other tables as published; the
   * catalog {@code published} has all tables as published.
   */
  public SqlSession batch() {
    if (batch == null) {
      batch = newSession(true);
    }
    return batch;
  }

  /** A new session as {@link #batch()}, in streaming mode at parallelism 1, for Flink ML. */
  public SqlSession streaming() {
    return newSession(false);
  }

  private SqlSession newSession(boolean isBatch) {
    Map<TableName, String> branches =
        tables.stream().collect(Collectors.toMap(table -> table, table -> branch()));
    Map<String, Catalog> catalogs =
        Map.of(
            Engine.CURRENT_CATALOG,
            lake().flinkCatalog(Engine.CURRENT_CATALOG, new TableScope(branches, Map.of())),
            "published",
            lake().flinkCatalog("published", TableScope.published()));
    return isBatch ? workplace.engine().batch(catalogs) : workplace.engine().streaming(catalogs);
  }

  /** Removes all rows of a table, on the run's branch. */
  public void clear(String table) {
    lake().clear(TableName.of(table), branch());
  }

  /** Removes whole partitions of a table, on the run's branch. */
  public void clearPartitions(String table, String column, Collection<?> values) {
    lake().clearPartitions(TableName.of(table), branch(), column, values);
  }

  /** Removes the partition with these values of its columns from a table, on the run's branch. */
  public void clearPartition(String table, Map<String, ?> partition) {
    lake().clearPartition(TableName.of(table), branch(), partition);
  }

  /** A small table's rows: the run's own where it writes the table, else the published ones. */
  public List<Map<String, Object>> rows(String table) {
    return lake().rows(TableName.of(table), ref(table));
  }

  /** Adds rows to a small table that the run writes. */
  public void append(String table, List<Map<String, Object>> rows) {
    lake().append(TableName.of(table), branch(), rows);
  }

  /** Puts rows in the place of all rows of a small table that the run writes. */
  public void replace(String table, List<Map<String, Object>> rows) {
    lake().replace(TableName.of(table), branch(), rows);
  }

  /** Rows of a table, from its metadata: the run's own where it writes the table. */
  public long rowCount(String table) {
    return lake().rowCount(TableName.of(table), ref(table));
  }

  private String ref(String table) {
    return tables.contains(TableName.of(table)) ? branch() : MAIN;
  }

  /** Audits only rows of a table that meet a condition, where the others were audited before. */
  public void auditOnly(String table, String condition) {
    auditFilters.put(table, condition);
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

  /**
   * Audits every table of the run; when all checks pass, publishes them.
   *
   * @return what the checks found
   * @throws AuditFailedException when a check failed that blocks publication
   */
  public List<AuditResult> publish() {
    List<AuditResult> results = new ArrayList<>(ownResults);
    results.addAll(
        new Auditor(lake(), library(), batch(), branch())
            .audit(tables.stream().map(workplace.contracts()::of).toList(), auditFilters));
    ledger.audited(id, results);
    List<AuditResult> failures = results.stream().filter(AuditResult::blocks).toList();
    if (!failures.isEmpty()) {
      AuditFailedException failure = new AuditFailedException(id, failures);
      end(RunStatus.FAILED, results, failure.getMessage());
      throw failure;
    }
    Publication publication = Publication.prepare(lake(), id, tables, provenance());
    ledger.record(
        id, Map.of("status", RunStatus.PUBLISHING.text(), "publication", publication.json()));
    isPublishing = true;
    publication.complete(lake());
    end(RunStatus.PUBLISHED, results, null);
    tables.forEach(lake()::expire);
    ledger.expire();
    return results;
  }

  private Map<String, String> provenance() {
    return Map.of(
        "tributary.run-id", id,
        "tributary.code-version", request.codeVersion(),
        "tributary.settings-hash", Json.sha256(request.settings()));
  }

  private void end(RunStatus status, List<AuditResult> results, String message) {
    ended = true;
    MDC.remove("run");
    Map<String, Object> rows = new LinkedHashMap<>();
    String ref = status == RunStatus.PUBLISHED ? MAIN : branch();
    tables.forEach(table -> rows.put(table.toString(), lake().rowCount(table, ref)));
    Map<String, Object> columns = new HashMap<>();
    columns.put("status", status.text());
    columns.put("finished_at", Ledger.utc(workplace.clock().instant()));
    columns.put("rows_written", Json.text(rows));
    columns.put("audits_passed", results.stream().filter(AuditResult::passed).count());
    columns.put("audits_failed", results.stream().filter(result -> !result.passed()).count());
    columns.put("message", message);
    ledger.record(id, columns);
    RunLock.release(lake());
  }

  private String branch() {
    return branch(id);
  }

  static String branch(String runId) {
    return "run_" + runId;
  }

  /**
   * Ends a run that was not published: it is recorded as failed, and holds no lock. One whose
   * publication was interrupted stays as it is, for the next command to complete.
   */
  @Override
  public void close() {
    if (ended) {
      return;
    }
    ended = true;
    MDC.remove("run");
    if (!isPublishing) {
      ledger.record(
          id,
          Map.of(
              "status", RunStatus.FAILED.text(),
              "finished_at", Ledger.utc(workplace.clock().instant()),
              "message", "The run stopped before its tables were complete"));
    }
    RunLock.release(lake());
  }
}
