package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.lake.Severity;
import tributary.lake.TableName;

/** The runs of a lake, as the ledger tells. */
public final class History {

  private final Lake lake;

  private History(Lake lake) {
    this.lake = lake;
  }

  public static History of(Lake lake) {
    return new History(requireNonNull(lake, "lake is null"));
  }

  /** The oldest first. */
  public List<RunRecord> runs() {
    if (!lake.exists(Ledger.RUN)) {
      return List.of();
    }
    return lake.rows(Ledger.RUN, Lake.MAIN).stream()
        .map(RunRecord::new)
        .sorted(Comparator.comparing(RunRecord::id))
        .toList();
  }

  /** The runs that stand so, the oldest first. */
  List<RunRecord> runs(RunStatus status) {
    return runs().stream().filter(run -> run.status() == status).toList();
  }

  /**
   * The run of an id, of which any part will do that no other id has.
   *
   * @throws UserError when there is no such run, or several
   */
  public RunRecord find(String id) {
    List<RunRecord> found = runs().stream().filter(run -> run.id().contains(id)).toList();
    if (found.isEmpty()) {
      throw new UserError("Cannot find run %s: 'tributary runs' lists all".formatted(id));
    }
    if (found.size() > 1) {
      throw new UserError(
          "Cannot tell which run %s is: %s"
              .formatted(id, String.join(", ", found.stream().map(RunRecord::id).toList())));
    }
    return found.get(0);
  }

  /** What the checks of a run found. */
  public List<AuditResult> results(RunRecord run) {
    return lake.rows(Ledger.AUDIT_RESULT, Lake.MAIN).stream()
        .filter(row -> run.id().equals(row.get("run_id")))
        .map(History::result)
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
}
