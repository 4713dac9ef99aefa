package tributary.insight.report;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tributary.publish.AuditResult;
import tributary.publish.History;
import tributary.publish.RunRecord;
import tributary.publish.RunRecord.AuditCounts;
import tributary.publish.RunStatus;

/** Which runs made the tables, and the state of each table. */
final class MakingData {
  private static final List<String> TABLES = List.of("table", "rows", "snapshot");

  private MakingData() {}

  static Map<String, Object> read(PublishedTables tables, History history) {
    return Map.of("runs", runs(history), "tables", states(tables));
  }

  /** The latest published run of each command, the latest first. */
  private static List<Map<String, Object>> runs(History history) {
    Map<String, RunRecord> latest = new LinkedHashMap<>();
    for (RunRecord run : history.runs()) {
      if (run.status() == RunStatus.PUBLISHED) {
        latest.put(run.command(), run);
      }
    }
    return latest.values().stream()
        .sorted(Comparator.comparing(RunRecord::id).reversed())
        .map(run -> described(run, history))
        .toList();
  }

  private static Map<String, Object> described(RunRecord run, History history) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("run_id", run.id());
    made.put("command", run.command());
    made.put("finished_at", run.finishedAt().map(LocalDateTime::toString).orElse(null));
    made.put("code_version", run.codeVersion());
    made.put("audits_passed", run.audits().map(AuditCounts::passed).orElse(0L));
    made.put("audits_failed", run.audits().map(AuditCounts::failed).orElse(0L));
    made.put("warnings", warnings(history.results(run)));
    made.put("files", run.files());
    Collection<List<String>> settings = new ArrayList<>();
    run.settings().forEach((name, text) -> settings.add(List.of(name, text)));
    made.put("settings", settings);
    return made;
  }

  private static List<String> warnings(List<AuditResult> results) {
    return results.stream()
        .filter(result -> !result.passed())
        .map(result -> "%s: %s".formatted(result.table(), result.message()))
        .toList();
  }

  /** Snapshots as texts: they have more digits than a number of a page. */
  private static Frame states(PublishedTables tables) {
    return new Frame(
        TABLES,
        tables.states().stream()
            .map(
                state ->
                    List.<Object>of(state.table(), state.rows(), Long.toString(state.snapshot())))
            .toList());
  }
}
