package tributary.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.types.Row;
import tributary.config.PublishSettings;
import tributary.lake.Column;
import tributary.lake.ColumnMetrics;
import tributary.lake.Comparison;
import tributary.lake.Severity;
import tributary.lake.TableContract;
import tributary.publish.ComparisonPlan.Comparing;
import tributary.publish.FigurePlan.Judged;
import tributary.publish.Judge.Finding;
import tributary.script.Condition;
import tributary.script.Script;
import tributary.script.Script.Fragment;

/**
 * Runs the checks of contracts on a draft: nulls and numbers that are not finite by the data files'
 * own metrics, everything else by one query for all tables.
 */
final class Auditor {
  private final Draft draft;
  private final Judge judge;
  private final Map<String, Condition> filters;
  private final Map<String, List<Compared>> compared;

  /**
   * @param filters table to a condition, for tables of which only some rows are audited
   * @param compared the tables that are compared with their published state
   */
  Auditor(
      Draft draft,
      PublishSettings settings,
      Map<String, Condition> filters,
      Map<String, List<Compared>> compared) {
    this.draft = draft;
    this.judge = new Judge(settings);
    this.filters = Map.copyOf(filters);
    this.compared = Map.copyOf(compared);
  }

  List<AuditResult> audit() {
    List<TableContract> contracts =
        draft.tables().stream().map(draft.workplace().contracts()::of).toList();
    List<AuditResult> results = new ArrayList<>();
    contracts.forEach(contract -> results.addAll(auditMetrics(contract)));
    AuditPlan plan = new AuditPlan(draft.library(), filters);
    FigurePlan figures = new FigurePlan(draft.library(), table -> draft.rowCount(table.toString()));
    ComparisonPlan comparisons = new ComparisonPlan(draft.library());
    for (TableContract contract : contracts) {
      plan.add(contract);
      figures.add(contract);
      compare(contract, comparisons, results);
    }
    results.addAll(auditQueries(plan, figures, comparisons));
    return results;
  }

  /** With the state before, if there was a row in it. */
  private void compare(TableContract contract, ComparisonPlan plan, List<AuditResult> results) {
    String table = contract.table().toString();
    long before = draft.rowCountBefore(table);
    if (before == 0) {
      return;
    }
    compared.getOrDefault(table, List.of()).forEach(rows -> plan.add(contract, rows, before));
    Finding counts = new Finding("", (double) draft.rowCount(table), (double) before);
    contract.checks().comparisons().stream()
        .filter(comparison -> comparison.kind() == Comparison.Kind.ROWS)
        .forEach(
            rows ->
                results.add(
                    judge.judge(new Comparing(0, contract.table(), rows, 1), List.of(counts))));
  }

  private List<AuditResult> auditQueries(
      AuditPlan plan, FigurePlan figures, ComparisonPlan comparisons) {
    List<Script> queries =
        Stream.of(
                plan.queries(draft.batch()), figures.queries(), comparisons.queries(draft.batch()))
            .flatMap(List::stream)
            .toList();
    Map<Integer, List<Finding>> findings = queries.isEmpty() ? Map.of() : findings(queries);
    List<AuditResult> results = new ArrayList<>();
    for (Check check : plan.checks()) {
      List<Finding> found = findings.getOrDefault(check.number(), List.of());
      long violations = found.stream().mapToLong(each -> each.fresh().longValue()).sum();
      String examples = violations == 0 ? "" : ", for example by " + examples(check);
      results.add(result(check, violations, examples));
    }
    for (Judged judged : figures.figures()) {
      List<Finding> found = findings.getOrDefault(judged.number(), List.of());
      results.add(judge.judge(judged.table(), judged.figure(), found));
    }
    results.addAll(judge(comparisons, findings));
    return results;
  }

  /** What the queries found, by the number of the check. */
  private Map<Integer, List<Finding>> findings(List<Script> queries) {
    return draft.batch().query("audit", Script.unionAll("audit", queries)).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.<Integer>getFieldAs(0),
                Collectors.mapping(
                    row ->
                        new Finding(
                            row.getFieldAs(1),
                            row.getFieldAs(2),
                            row.getFieldAs(3),
                            row.getFieldAs(4)),
                    Collectors.toList())));
  }

  /** One result for each comparison: of those of several kinds of rows, one that failed if any. */
  private Collection<AuditResult> judge(ComparisonPlan plan, Map<Integer, List<Finding>> findings) {
    Map<String, AuditResult> worst = new LinkedHashMap<>();
    plan.tooFew().forEach(few -> addWorst(worst, few.comparing(), judge.judge(few)));
    for (Comparing comparing : plan.comparisons()) {
      List<Finding> found = findings.getOrDefault(comparing.number(), List.of());
      addWorst(worst, comparing, judge.judge(comparing, found));
    }
    return worst.values();
  }

  private static void addWorst(
      Map<String, AuditResult> worst, Comparing comparing, AuditResult result) {
    worst.merge(
        comparing.table() + "." + comparing.comparison().name(),
        result,
        (one, other) -> one.passed() ? other : one);
  }

  private List<AuditResult> auditMetrics(TableContract contract) {
    Map<String, ColumnMetrics> metrics =
        draft.lake().columnMetrics(contract.table(), draft.snapshotOf(contract.table().toString()));
    List<AuditResult> results = new ArrayList<>();
    for (Column column : contract.columns()) {
      ColumnMetrics found = metrics.getOrDefault(column.name(), ColumnMetrics.NONE);
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

  private AuditResult result(Check check, long violations, String examples) {
    boolean passed = violations == 0;
    String message =
        passed
            ? ""
            : "%s: %s. That is broken %s times%s"
                .formatted(check.name(), check.says(), violations, examples);
    return new AuditResult(
        check.table(),
        check.name(),
        judge.severity(check.table(), check.name(), check.severity()),
        passed,
        violations + " violations",
        "0 violations",
        message);
  }

  private String examples(Check check) {
    Script script =
        draft
            .library()
            .script("checks/examples.sql")
            .bind(Map.of("invariant", new Fragment(check.examples())));
    return draft.batch().query("examples", script).stream()
        .map(Row::toString)
        .collect(Collectors.joining(" and "));
  }
}
