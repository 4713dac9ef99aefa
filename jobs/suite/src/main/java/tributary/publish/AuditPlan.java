package tributary.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.lake.Column;
import tributary.lake.Invariant;
import tributary.lake.Match;
import tributary.lake.RowRule;
import tributary.lake.Severity;
import tributary.lake.TableContract;
import tributary.lake.Tally;
import tributary.publish.RowCheck.Concern;
import tributary.script.Condition;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * One query for the checks of many tables: those of values by one pass over each table, invariants
 * by their own SQL.
 */
final class AuditPlan {
  private final SqlLibrary library;
  private final Map<String, Condition> filters;
  private final List<Check> checks = new ArrayList<>();
  private final List<Script> broken = new ArrayList<>();
  private final RowAudits values = new RowAudits();

  /**
   * @param filters table to a condition, for tables of which only some rows are audited
   */
  AuditPlan(SqlLibrary library, Map<String, Condition> filters) {
    this.library = library;
    this.filters = Map.copyOf(filters);
  }

  /** The names of all checks that are made of a table. */
  static List<String> checkNames(TableContract contract) {
    List<String> names = new ArrayList<>(List.of("unique_key"));
    for (Column column : contract.columns()) {
      names.add(column.name() + "_not_null");
      names.add(column.name() + "_finite");
    }
    contract.checks().acceptedValues().keySet().forEach(column -> names.add(column + "_accepted"));
    contract.checks().relationships().keySet().forEach(column -> names.add(column + "_exists"));
    contract.checks().rules().forEach(rule -> names.add(rule.name()));
    contract.checks().matches().forEach(match -> names.add(match.name()));
    contract.checks().tallies().forEach(tally -> names.add(tally.name()));
    contract.checks().invariants().forEach(invariant -> names.add(invariant.name()));
    contract.checks().figures().forEach(figure -> names.add(figure.name()));
    contract.checks().comparisons().forEach(comparison -> names.add(comparison.name()));
    return names;
  }

  void add(TableContract contract) {
    contract
        .checks()
        .acceptedValues()
        .forEach((column, values) -> accepted(contract, column, values));
    if (!contract.key().isEmpty()) {
      unique(contract);
    }
    contract.checks().relationships().forEach((column, to) -> exists(contract, column, to));
    contract.checks().rules().forEach(rule -> neverBroken(contract, rule));
    contract.checks().matches().forEach(match -> matches(contract, match));
    contract.checks().tallies().forEach(tally -> tallies(contract, tally));
    contract.checks().invariants().forEach(invariant -> holds(contract, invariant));
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }

  /**
   * Gives (check number, no label, violations, 0) for each check that is broken.
   *
   * @param session in which the queries will run
   */
  List<Script> queries(SqlSession session) {
    List<Script> queries = new ArrayList<>();
    if (!broken.isEmpty()) {
      queries.add(violations(broken));
    }
    if (!values.isEmpty()) {
      session.computeOnceInOnePhase("violations", violations(values.queries(session, library)));
      queries.add(library.script("checks/found_violations.sql"));
    }
    return queries;
  }

  private Script violations(List<Script> found) {
    return bind("violations", Map.of("broken", union(found)));
  }

  private void accepted(TableContract contract, String column, List<String> accepted) {
    Condition refused =
        Condition.of(
            "${column} NOT IN (${accepted})",
            Map.of("column", new Identifier(column), "accepted", accepted));
    int number =
        check(
            contract,
            column + "_accepted",
            "%s is one of %s".formatted(column, String.join(", ", accepted)),
            examples(
                contract,
                "refused_values",
                Map.of("column", new Identifier(column), "broken", refused)));
    values.addAccepted(source(contract), number, column, Set.copyOf(accepted));
  }

  private void unique(TableContract contract) {
    String columns =
        contract.key().stream().map(AuditPlan::quoted).collect(Collectors.joining(", "));
    int number =
        check(
            contract,
            "unique_key",
            "%s is unique".formatted(String.join(", ", contract.key())),
            examples(contract, "repeated_key_rows", Map.of("key", new Fragment(columns))));
    values.add(source(contract), number, Concern.IN_KEY, contract.key());
  }

  private void exists(TableContract contract, String column, String to) {
    int dot = to.lastIndexOf('.');
    Identifier parent = new Identifier(to.substring(0, dot));
    Identifier parentColumn = new Identifier(to.substring(dot + 1));
    int number =
        check(
            contract,
            column + "_exists",
            "every %s exists in %s".formatted(column, to),
            examples(
                contract,
                "orphan_values",
                Map.of(
                    "column",
                    new Identifier(column),
                    "parent",
                    parent,
                    "parent_column",
                    parentColumn)));
    values.add(source(contract), number, Concern.NEEDED, List.of(column));
    values.add(parent.quoted(), number, Concern.EXISTING, List.of(parentColumn.name()));
  }

  private void neverBroken(TableContract contract, RowRule rule) {
    int number = checks.size();
    checks.add(
        new Check(
            number,
            contract.table(),
            rule.name(),
            rule.severity(),
            rule.says(),
            examples(
                contract,
                "broken_rows",
                Map.of(
                    "columns",
                    new Fragment(concerned(contract, rule)),
                    "broken",
                    new Fragment(rule.never())))));
    values.addRule(source(contract), number, rule.never());
  }

  private void matches(TableContract contract, Match match) {
    int number = checks.size();
    String here = side(contract, match.here().from());
    String there = side(contract, match.there().from());
    MatchExamples examples = new MatchExamples(match, here, there);
    checks.add(
        new Check(
            number,
            contract.table(),
            match.name(),
            match.severity(),
            match.says(),
            text(bind("unmatched_keys", examples.values()))));
    values.addMatch(here, there, number, match);
  }

  private void tallies(TableContract contract, Tally tally) {
    int number = checks.size();
    TallyExamples examples = new TallyExamples(tally, from -> side(contract, from));
    checks.add(
        new Check(
            number,
            contract.table(),
            tally.name(),
            tally.severity(),
            tally.says(),
            text(bind("broken_tally_keys", examples.values()))));
    values.addTally(from -> side(contract, from), number, tally);
  }

  private static String side(TableContract contract, String from) {
    return from.startsWith("(")
        ? from
        : quoted(from.isEmpty() ? contract.table().toString() : from);
  }

  /** The key, and the columns that a rule names. */
  private static String concerned(TableContract contract, RowRule rule) {
    Set<String> words = Set.copyOf(List.of(rule.never().split("\\W+")));
    return contract.columnNames().stream()
        .filter(column -> contract.key().contains(column) || words.contains(column))
        .map(AuditPlan::quoted)
        .collect(Collectors.joining(", "));
  }

  private void holds(TableContract contract, Invariant invariant) {
    int number = checks.size();
    checks.add(
        new Check(
            number,
            contract.table(),
            invariant.name(),
            invariant.severity(),
            invariant.says(),
            invariant.sql()));
    broken.add(
        bind(
            "broken_invariant",
            Map.of("check_id", number, "invariant", new Fragment(invariant.sql()))));
  }

  private int check(TableContract contract, String name, String says, String examples) {
    int number = checks.size();
    checks.add(new Check(number, contract.table(), name, Severity.ERROR, says, examples));
    return number;
  }

  private String examples(TableContract contract, String template, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("audited", new Fragment(source(contract)));
    return text(bind(template, all));
  }

  private String source(TableContract contract) {
    String table = contract.table().toString();
    String quoted = quoted(table);
    Condition filter = filters.get(table);
    return filter == null ? quoted : "(SELECT * FROM %s WHERE %s)".formatted(quoted, filter);
  }

  private Script bind(String template, Map<String, ?> values) {
    return library.script("checks/" + template + ".sql").bind(values);
  }

  private static Fragment union(List<Script> queries) {
    return new Fragment(text(Script.unionAll("audit", queries)));
  }

  private static String text(Script query) {
    return query.statements().get(0).text();
  }

  private static String quoted(String name) {
    return new Identifier(name).quoted();
  }
}
