package tributary.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.types.Row;
import tributary.lake.Column;
import tributary.lake.ColumnMetrics;
import tributary.lake.Lake;
import tributary.lake.Severity;
import tributary.lake.TableContract;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * Runs the checks of contracts on a branch: nulls and numbers that are not finite by the data
 * files' own metrics, everything else by one query for all tables.
 */
final class Auditor {
  private final Lake lake;
  private final SqlLibrary library;
  private final SqlSession session;
  private final String branch;

  /**
   * @param session sees the audited tables as they are on the branch
   */
  Auditor(Lake lake, SqlLibrary library, SqlSession session, String branch) {
    this.lake = lake;
    this.library = library;
    this.session = session;
    this.branch = branch;
  }

  /**
   * @param filters table to a condition, for tables of which only some rows are audited
   */
  List<AuditResult> audit(Collection<TableContract> contracts, Map<String, String> filters) {
    List<AuditResult> results = new ArrayList<>();
    contracts.forEach(contract -> results.addAll(auditMetrics(contract)));
    AuditPlan plan = new AuditPlan(library, filters);
    contracts.forEach(plan::add);
    if (!plan.checks().isEmpty()) {
      results.addAll(auditQueries(plan));
    }
    return results;
  }

  private List<AuditResult> auditQueries(AuditPlan plan) {
    Map<Integer, Long> violations = new HashMap<>();
    for (Row row : session.query("audit", plan.query())) {
      violations.put(row.getFieldAs(0), row.getFieldAs(1));
    }
    return plan.checks().stream()
        .map(
            check -> {
              long count = violations.getOrDefault(check.number(), 0L);
              String examples = count == 0 ? "" : ", for example by " + examples(check);
              return result(check, count, examples);
            })
        .toList();
  }

  private List<AuditResult> auditMetrics(TableContract contract) {
    Map<String, ColumnMetrics> metrics = lake.columnMetrics(contract.table(), branch);
    List<AuditResult> results = new ArrayList<>();
    for (Column column : contract.columns()) {
      ColumnMetrics found = metrics.getOrDefault(column.name(), new ColumnMetrics(0, 0));
      if (column.required()) {
        results.add(
            result(metric(contract, column, "_not_null", " is never null"), found.nulls(), ""));
      }
      if (column.type().equals("double")) {
        results.add(
            result(
                metric(contract, column, "_finite", " is never NaN or infinite"),
                found.nonFinite(),
                ""));
      }
    }
    return results;
  }

  private static Check metric(TableContract contract, Column column, String suffix, String says) {
    return new Check(
        -1, contract.table(), column.name() + suffix, Severity.ERROR, column.name() + says, "");
  }

  private static AuditResult result(Check check, long violations, String examples) {
    boolean passed = violations == 0;
    String message =
        passed
            ? ""
            : "%s: %s. That is broken %d times%s"
                .formatted(check.name(), check.says(), violations, examples);
    return new AuditResult(
        check.table(),
        check.name(),
        check.severity(),
        passed,
        violations + " violations",
        "0 violations",
        message);
  }

  private String examples(Check check) {
    Script script =
        library
            .script("checks/examples.sql")
            .bind(Map.of("invariant", new Fragment(check.examples())));
    return session.query("examples", script).stream()
        .map(Row::toString)
        .collect(Collectors.joining(" and "));
  }
}
