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
import tributary.lake.Lake;
import tributary.lake.TableName;

/** The record of runs and of what their checks found: {@code ops.run}, {@code ops.audit_result}. */
final class Ledger {
  static final TableName RUN = TableName.of("ops.run");
  private static final TableName AUDIT_RESULT = TableName.of("ops.audit_result");
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

  /** Runs that stopped in the middle of their publication. */
  List<Map<String, Object>> unfinishedPublications() {
    return lake.rows(RUN, MAIN).stream()
        .filter(run -> RunStatus.PUBLISHING.text().equals(run.get("status")))
        .toList();
  }

  /** Runs that have begun and not ended, as far as the ledger knows. */
  List<Map<String, Object>> runsUnderWay() {
    return lake.rows(RUN, MAIN).stream()
        .filter(run -> RunStatus.RUNNING.text().equals(run.get("status")))
        .toList();
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
