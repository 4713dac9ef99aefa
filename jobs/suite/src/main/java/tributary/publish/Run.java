package tributary.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tributary.lake.Lake;
import tributary.lake.TableName;

/**
 * One run: it writes each of its tables on a branch of its own, audits them there, and publishes
 * all or none. A run that is closed without having been published has failed; its branches stay for
 * inspection.
 */
public final class Run extends Draft implements AutoCloseable {
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'_'HHmmss'_'SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);
  private static final String STOPPED = "The run stopped before its tables were complete";
  private static final String INTERRUPTED =
      "The run was interrupted before its tables were complete";

  /** What the tag of a published state begins with. */
  static final String PUBLISHED = "published_";

  /** What the tag of a state before a publication begins with, where it had none. */
  static final String BEFORE = "before_";

  private final RunRequest request;
  private final RunLock lock;
  private final Ledger ledger;
  private boolean isPublishing;
  private boolean ended;
  private boolean isReleased;

  private Run(
      Workplace workplace,
      RunRequest request,
      String id,
      Instant startedAt,
      List<TableName> tables,
      Map<TableName, Long> base,
      RunLock lock) {
    super(workplace, id, startedAt, tables, branch(id), base);
    this.request = request;
    this.lock = lock;
    this.ledger = new Ledger(workplace.lake(), lock);
  }

  /**
   * Begins a run: finishes what an earlier one left, creates or evolves all tables, and makes the
   * branches.
   *
   * @param tables those that the run writes, such as {@code curated.sales}
   * @throws tributary.config.UserError when another run is under way
   */
  public static Run start(Workplace workplace, RunRequest request, Collection<String> tables) {
    Lake lake = workplace.lake();
    Instant startedAt = workplace.clock().instant();
    String id = ID_TIME.format(startedAt) + "_" + UUID.randomUUID().toString().substring(0, 4);
    List<TableName> names = tables.stream().map(TableName::of).toList();
    workplace.contracts().requireChecks(request.publishing());
    if (!lake.exists(Ledger.RUN)) {
      lake.ensureTable(workplace.contracts().of(Ledger.RUN));
    }
    RunLock lock =
        RunLock.acquire(lake, workplace.clock(), "%s, run %s".formatted(request.command(), id));
    boolean hasBegun = false;
    try {
      workplace.contracts().all().forEach(lake::ensureTable);
      new Recovery(workplace, new Ledger(lake, lock)).recover();
      Run run = new Run(workplace, request, id, startedAt, names, published(lake), lock);
      run.begin(startedAt);
      hasBegun = true;
      return run;
    } finally {
      if (!hasBegun) {
        MDC.remove("run");
        lock.close();
      }
    }
  }

  /** The published state of every table, but not of the record of runs itself. */
  private static Map<TableName, Long> published(Lake lake) {
    Map<TableName, Long> snapshots = new HashMap<>();
    for (TableName table : lake.tables()) {
      if (!Ledger.TABLES.contains(table)) {
        lake.snapshotId(table, Lake.MAIN).ifPresent(id -> snapshots.put(table, id));
      }
    }
    return snapshots;
  }

  private void begin(Instant startedAt) {
    MDC.put("run", id());
    Map<String, Object> inputs = new TreeMap<>();
    base().forEach((table, snapshot) -> inputs.put(table.toString(), snapshot));
    Map<String, Object> columns = new HashMap<>();
    columns.put("command", request.command());
    columns.put("status", RunStatus.RUNNING.text());
    columns.put("process", RunLock.process());
    columns.put("started_at", Ledger.utc(startedAt));
    columns.put("code_version", request.codeVersion());
    columns.put("settings", Json.text(request.settings()));
    columns.put("settings_hash", Json.sha256(request.settings()));
    columns.put("sql_hash", Json.sha256(library().texts()));
    columns.put("seed", request.settings().get("first-seed"));
    columns.put("input_snapshots", Json.text(inputs));
    ledger.record(id(), columns);
    tables().forEach(table -> lake().createBranch(table, branch(), base().get(table)));
  }

  /**
   * Audits every table of the run. When all checks pass, publishes them; or leaves them on their
   * branch, for somebody to approve, where that is asked for.
   *
   * @return what the checks found
   * @throws AuditFailedException when a check failed that blocks publication
   */
  public List<AuditResult> publish() {
    List<AuditResult> results = audit(request.publishing());
    ledger.audited(id(), results);
    workplace().milestones().accept("audited");
    List<AuditResult> failures = results.stream().filter(AuditResult::blocks).toList();
    if (!failures.isEmpty()) {
      AuditFailedException failure = new AuditFailedException(id(), failures, files());
      end(RunStatus.FAILED, outcome(results, failure.getMessage()));
      release();
      throw failure;
    }
    Publication publication = Publication.prepare(lake(), id(), tables(), base(), provenance());
    Map<String, Object> audited = outcome(results, null);
    audited.put("publication", publication.json());
    if (request.publishing().needsApproval()) {
      end(RunStatus.AWAITING_APPROVAL, audited);
      release();
      return results;
    }
    audited.put("status", RunStatus.PUBLISHING.text());
    isPublishing = true;
    ledger.record(id(), audited);
    workplace().milestones().accept("publication recorded");
    publication.complete(workplace());
    try {
      end(RunStatus.PUBLISHED, Map.of());
      new Retention(workplace(), ledger).apply(tables(), request.publishing().keepRuns());
    } catch (LockLostException e) {
      LOG.warn("Run {} was recorded as published by who took over the lake meanwhile", id(), e);
    }
    release();
    return results;
  }

  private Map<String, String> provenance() {
    return Map.of(
        "tributary.run-id", id(),
        "tributary.code-version", request.codeVersion(),
        "tributary.settings-hash", Json.sha256(request.settings()));
  }

  private Map<String, Object> outcome(List<AuditResult> results, String message) {
    Map<String, Object> rows = new LinkedHashMap<>();
    tables().forEach(table -> rows.put(table.toString(), lake().rowCount(table, branch())));
    Map<String, Object> columns = new HashMap<>();
    columns.put("rows_written", Json.text(rows));
    columns.put("files_ingested", Json.text(files()));
    columns.put("audits_passed", results.stream().filter(AuditResult::passed).count());
    columns.put("audits_failed", results.stream().filter(result -> !result.passed()).count());
    columns.put("message", message);
    return columns;
  }

  private void end(RunStatus status, Map<String, Object> outcome) {
    ledger.end(id(), status, workplace().clock().instant(), outcome);
    ended = true;
    workplace().milestones().accept(status.text());
  }

  private void release() {
    isReleased = true;
    MDC.remove("run");
    lock.close();
  }

  static String tag(String runId) {
    return PUBLISHED + runId;
  }

  static String branch(String runId) {
    return "run_" + runId;
  }

  /**
   * Ends a run that was not published: it is recorded as failed, and holds no lock. One whose
   * publication was interrupted stays as it is, for the next command to complete. An interrupt,
   * which would stop the record from being written, waits until it is.
   */
  @Override
  public void close() {
    if (isReleased) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    try {
      if (!isPublishing && !ended) {
        ledger.end(
            id(),
            RunStatus.FAILED,
            workplace().clock().instant(),
            Map.of("message", wasInterrupted ? INTERRUPTED : STOPPED));
      }
    } catch (LockLostException e) {
      LOG.warn("Run {} was recorded as failed by who took over the lake meanwhile", id(), e);
    } finally {
      release();
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
