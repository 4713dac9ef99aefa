package tributary.publish;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tributary.lake.Lake;
import tributary.lake.TableName;

/**
 * The record of runs and of what their checks found: {@code ops.run}, {@code ops.audit_result}.
 * Only who holds the lake's lock writes it, so that what a run does next, above all its
 * publication, is never decided by two.
 */
final class Ledger {
  static final TableName RUN = TableName.of("ops.run");
  static final TableName AUDIT_RESULT = TableName.of("ops.audit_result");

  /** The tables that it keeps, of which each record is a state. */
  static final Set<TableName> TABLES = Set.of(RUN, AUDIT_RESULT);

  private static final int ATTEMPTS = 10;

  private final Lake lake;
  private final RunLock lock;

  Ledger(Lake lake, RunLock lock) {
    this.lake = lake;
    this.lock = lock;
  }

  /**
   * Writes a run's columns; those not given stay as they are.
   *
   * @throws LockLostException when another process has taken over the lake
   */
  void record(String runId, Map<String, Object> columns) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long seen = lake.snapshotId(RUN, Lake.MAIN).orElseThrow();
      if (lock.replace(seen, changed(lake.rows(RUN, seen), runId, columns))) {
        return;
      }
    }
    throw new IllegalStateException(
        "Cannot record run %s: something other than a run wrote to %s, %s times in a row; run it again"
            .formatted(runId, RUN, ATTEMPTS));
  }

  private static List<Map<String, Object>> changed(
      List<Map<String, Object>> rows, String runId, Map<String, Object> columns) {
    List<Map<String, Object>> runs = new ArrayList<>();
    Map<String, Object> changed = new HashMap<>();
    for (Map<String, Object> run : rows) {
      if (runId.equals(run.get("run_id"))) {
        changed.putAll(run);
      } else {
        runs.add(run);
      }
    }
    changed.put("run_id", runId);
    changed.putAll(columns);
    runs.add(changed);
    return runs;
  }

  void audited(String runId, List<AuditResult> results) {
    List<Map<String, Object>> rows =
        results.stream()
            .map(
                result ->
                    Map.<String, Object>of(
                        "run_id", runId,
                        "table_name", result.table().toString(),
                        "check_name", result.check(),
                        "severity", result.severity().name().toLowerCase(Locale.ROOT),
                        "passed", result.passed(),
                        "observed", result.observed(),
                        "expected", result.expected(),
                        "message", result.message()))
            .toList();
    if (!rows.isEmpty()) {
      lake.append(AUDIT_RESULT, Lake.MAIN, rows);
    }
  }

  /** Lets go of old snapshots: each record is a new one. */
  void expire() {
    lake.expire(RUN);
    lake.expire(AUDIT_RESULT);
  }

  /** Writes how a run ended. */
  void end(String runId, RunStatus status, Instant finishedAt, Map<String, Object> outcome) {
    Map<String, Object> columns = new HashMap<>(outcome);
    columns.put("status", status.text());
    columns.put("finished_at", utc(finishedAt));
    record(runId, columns);
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
