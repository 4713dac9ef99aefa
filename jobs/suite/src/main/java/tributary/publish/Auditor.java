package tributary.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.types.Row;
import tributary.lake.Severity;
import tributary.lake.TableContract;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** Runs the checks of contracts: those of all tables together are one job. */
final class Auditor {
  private final SqlLibrary library;
  private final SqlSession session;
  private final Map<String, Fragment> audited;
  private final List<Query> queries = new ArrayList<>();

  /**
   * @param filters table to a condition, for tables of which only new rows are audited
   */
  Auditor(SqlLibrary library, SqlSession session, Map<String, String> filters) {
    this.library = library;
    this.session = session;
    this.audited = new HashMap<>();
    filters.forEach(
        (table, condition) ->
            audited.put(
                table,
                new Fragment(
                    "(SELECT * FROM %s WHERE %s)"
                        .formatted(new Identifier(table).quoted(), condition))));
  }

  /** One query that counts the violations of one or several checks. */
  private record Query(Script script, List<Check> checks) {}

  /** A check, with the condition or query that finds the rows that break it. */
  private record Check(
      TableContract contract, String name, Severity severity, String says, String examples) {}

  List<AuditResult> audit(Collection<TableContract> contracts) {
    contracts.forEach(this::plan);
    if (queries.isEmpty()) {
      return List.of();
    }
    List<Script> scripts = queries.stream().map(Query::script).toList();
    Map<Integer, long[]> counts = new HashMap<>();
    for (Row row : session.query("audit", Script.unionAll("audit", scripts))) {
      counts.put(row.getFieldAs(0), violations(row.getFieldAs(1)));
    }
    List<AuditResult> results = new ArrayList<>();
    for (int query = 0; query < queries.size(); query++) {
      List<Check> checks = queries.get(query).checks();
      for (int check = 0; check < checks.size(); check++) {
        results.add(result(checks.get(check), counts.get(query)[check]));
      }
    }
    return results;
  }

  private static long[] violations(Object[] counts) {
    long[] violations = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      violations[i] = ((Number) counts[i]).longValue();
    }
    return violations;
  }

  private void plan(TableContract contract) {
    planRowValues(contract);
    if (!contract.key().isEmpty()) {
      String columns =
          contract.key().stream()
              .map(column -> new Identifier(column).quoted())
              .collect(Collectors.joining(", "));
      Script script = bind("checks/unique_key.sql", contract, Map.of("key", new Fragment(columns)));
      String says = "%s is unique".formatted(String.join(", ", contract.key()));
      String examples =
          "SELECT %s, COUNT(*) AS occurrences FROM %s GROUP BY %s HAVING COUNT(*) > 1"
              .formatted(columns, source(contract).sql(), columns);
      add(script, contract, "unique_key", says, examples);
    }
    contract
        .checks()
        .relationships()
        .forEach((column, to) -> planRelationship(contract, column, to));
    contract
        .checks()
        .invariants()
        .forEach(
            invariant ->
                queries.add(
                    new Query(
                        bind(
                            "checks/invariant.sql",
                            contract,
                            Map.of("invariant", new Fragment(invariant.sql()))),
                        List.of(
                            new Check(
                                contract,
                                invariant.name(),
                                invariant.severity(),
                                invariant.says(),
                                invariant.sql())))));
  }

  private void planRelationship(TableContract contract, String column, String to) {
    int dot = to.lastIndexOf('.');
    Identifier parent = new Identifier(to.substring(0, dot));
    Identifier parentColumn = new Identifier(to.substring(dot + 1));
    Script script =
        bind(
            "checks/relationship.sql",
            contract,
            Map.of(
                "child_column", new Identifier(column),
                "parent", parent,
                "parent_column", parentColumn));
    String examples =
        "SELECT DISTINCT %s FROM %s WHERE %s NOT IN (SELECT %s FROM %s)"
            .formatted(
                new Identifier(column).quoted(),
                source(contract).sql(),
                new Identifier(column).quoted(),
                parentColumn.quoted(),
                parent.quoted());
    add(
        script,
        contract,
        column + "_exists",
        "every %s exists in %s".formatted(column, to),
        examples);
  }

  /** Not null, accepted values and finite numbers: counted together in one scan. */
  private void planRowValues(TableContract contract) {
    List<Check> checks = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (RowCheck rowCheck : RowCheck.of(contract)) {
      conditions.add("COUNT(*) FILTER (WHERE %s)".formatted(rowCheck.broken()));
      String examples =
          "SELECT * FROM %s WHERE %s".formatted(source(contract).sql(), rowCheck.broken());
      checks.add(new Check(contract, rowCheck.name(), Severity.ERROR, rowCheck.says(), examples));
    }
    if (!checks.isEmpty()) {
      Fragment counts = new Fragment(String.join(", ", conditions));
      Script script = bind("checks/row_values.sql", contract, Map.of("counts", counts));
      queries.add(new Query(script, checks));
    }
  }

  private void add(
      Script script, TableContract contract, String name, String says, String examples) {
    Check check = new Check(contract, name, Severity.ERROR, says, examples);
    queries.add(new Query(script, List.of(check)));
  }

  private Script bind(String template, TableContract contract, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("check_id", queries.size());
    all.put("audited", source(contract));
    return library.script(template).bind(all);
  }

  private Fragment source(TableContract contract) {
    String table = contract.table().toString();
    return audited.getOrDefault(table, new Fragment(new Identifier(table).quoted()));
  }

  private AuditResult result(Check check, long violations) {
    boolean passed = violations == 0;
    String message =
        passed
            ? ""
            : "%s: %s. That is broken %d times, for example by %s"
                .formatted(check.name(), check.says(), violations, examples(check));
    return new AuditResult(
        check.contract().table(),
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
