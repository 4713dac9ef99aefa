package tributary.publish;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tributary.lake.Lake;
import tributary.lake.Severity;
import tributary.lake.TableName;

/** The record of runs and of what their checks found: {@code ops.run}, {@code ops.audit_result}. */
final class Ledger {
  static final TableName RUN = TableName.of("ops.run");
  private static final TableName AUDIT_RESULT = TableName.of("ops.audit_result");

  /** The tables that it keeps, of which each record is a state. */
  static final Set<TableName> TABLES = Set.of(RUN, AUDIT_RESULT);

  private static final String MAIN = "main";

  private final Lake lake;

  Ledger(Lake lake) {
    this.lake = lake;
  }

  /** Writes a run's columns; those not given stay as they are. */
  void record(String runId, Map<String, Object> columns) {
    List<Map<String, Object>> runs = new ArrayList<>();
    Map<String, Object> changed = new HashMap<>();
    for (Map<String, Object> run : lake.rows(RUN, MAIN)) {
      if (runId.equals(run.get("run_id"))) {
        changed.putAll(run);
      } else {
        runs.add(run);
      }
    }
    changed.put("run_id", runId);
    changed.putAll(columns);
    runs.add(changed);
    lake.replace(RUN, MAIN, runs);
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
      lake.append(AUDIT_RESULT, MAIN, rows);
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

  /** All runs, the oldest first. */
  List<RunRecord> runs() {
    if (!lake.exists(RUN)) {
      return List.of();
    }
    return lake.rows(RUN, MAIN).stream()
        .map(RunRecord::new)
        .sorted(Comparator.comparing(RunRecord::id))
        .toList();
  }

  /** The runs that stand so, the oldest first. */
  List<RunRecord> runs(RunStatus status) {
    return runs().stream().filter(run -> run.status() == status).toList();
  }

  /** What the checks of a run found. */
  List<AuditResult> results(String runId) {
    return lake.rows(AUDIT_RESULT, MAIN).stream()
        .filter(row -> runId.equals(row.get("run_id")))
        .map(Ledger::result)
        .toList();
  }

  private static AuditResult result(Map<String, Object> row) {
    return new AuditResult(
        TableName.of((String) row.get("table_name")),
        (String) row.get("check_name"),
        Severity.valueOf(((String) row.get("severity")).toUpperCase(Locale.ROOT)),
        (Boolean) row.get("passed"),
        (String) row.get("observed"),
        (String) row.get("expected"),
        (String) row.get("message"));
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
