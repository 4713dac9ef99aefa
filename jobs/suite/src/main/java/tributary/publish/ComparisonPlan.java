package tributary.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tributary.lake.Comparison;
import tributary.lake.TableContract;
import tributary.lake.TableName;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;

/** The queries that compare many tables with their published state, but for their row counts. */
final class ComparisonPlan {
  private final SqlLibrary library;
  private final List<Comparing> comparisons = new ArrayList<>();
  private final List<Script> bins = new ArrayList<>();
  private final List<Script> measures = new ArrayList<>();

  ComparisonPlan(SqlLibrary library) {
    this.library = library;
  }

  /**
   * One comparison of one table.
   *
   * @param number its number within one audit; negative, as no check's is
   * @param days how many days are judged together
   */
  record Comparing(int number, TableName table, Comparison comparison, int days) {}

  /** Adds the comparisons of a table; row counts need no query. */
  void add(TableContract contract, Compared compared) {
    String table = new Identifier(contract.table().toString()).quoted();
    Fragment fresh = rows(table, compared.fresh());
    for (Comparison comparison : contract.checks().comparisons()) {
      if (comparison.kind() == Comparison.Kind.ROWS) {
        continue;
      }
      int number = -1 - comparisons.size();
      int days = days(comparison, compared);
      Map<String, Object> values = new HashMap<>();
      values.put("check_id", number);
      values.put("fresh", fresh);
      values.put("published", published("published." + table, comparison, compared, days));
      if (comparison.kind() == Comparison.Kind.DRIFT) {
        values.put("bin", bin(contract, comparison.subject()));
        bins.add(bind("bins", values));
      } else {
        values.put("measure", fragment(library.script(comparison.subject()).bind(values)));
        measures.add(bind(comparison.usual().isEmpty() ? "measure" : "usual_measure", values));
      }
      comparisons.add(new Comparing(number, contract.table(), comparison, days));
    }
  }

  private static int days(Comparison comparison, Compared compared) {
    int delivered = compared.span().map(Span::days).orElse(1);
    return comparison.usual().map(usual -> Math.max(usual.days(), delivered)).orElse(delivered);
  }

  /** The earlier rows, with what tells how many spans they lie back where the comparison asks. */
  private Fragment published(String table, Comparison comparison, Compared compared, int days) {
    Map<String, Object> values = new HashMap<>();
    values.put("table", new Fragment(table));
    values.put("published", new Fragment(compared.published()));
    if (comparison.usual().isEmpty()) {
      return new Fragment("(" + text(bind("all_rows", values)) + ")");
    }
    Span span = compared.span().orElseThrow();
    values.put("first_day", span.first());
    values.put("last_day", span.last());
    values.put("span_days", days);
    return new Fragment("(" + text(bind("earlier_rows", values)) + ")");
  }

  List<Comparing> comparisons() {
    return List.copyOf(comparisons);
  }

  /** Give (check number, label, figure, figure before, spans ago) for what comparisons found. */
  List<Script> queries() {
    List<Script> queries = new ArrayList<>(measures);
    if (!bins.isEmpty()) {
      Fragment all = fragment(Script.unionAll("bins", bins));
      queries.add(bind("drift", Map.of("bins", all)));
    }
    return queries;
  }

  private static Fragment rows(String table, String condition) {
    return new Fragment("(SELECT * FROM %s WHERE %s)".formatted(table, condition));
  }

  /** Numbers are put into bins that each reach to twice their beginning; else each value is one. */
  private Fragment bin(TableContract contract, String name) {
    boolean isNumber =
        contract.columns().stream()
            .anyMatch(
                column ->
                    column.name().equals(name)
                        && column.type().matches("decimal.*|int|long|double|float"));
    String template = isNumber ? "bin_of_number" : "bin_of_value";
    Script bin = bind(template, Map.of("column", new Identifier(name)));
    return new Fragment("(" + text(bin).replaceFirst("(?i)^SELECT\\s", "") + ")");
  }

  private Script bind(String template, Map<String, ?> values) {
    return library.script("checks/" + template + ".sql").bind(values);
  }

  private static Fragment fragment(Script query) {
    return new Fragment(text(query));
  }

  private static String text(Script query) {
    return query.statements().get(0).text();
  }
}
