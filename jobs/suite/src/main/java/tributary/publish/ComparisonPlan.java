package tributary.publish;

import java.util.ArrayList;
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
   */
  record Comparing(int number, TableName table, Comparison comparison) {}

  /** Adds the comparisons of a table; row counts need no query. */
  void add(TableContract contract, Compared compared) {
    String table = new Identifier(contract.table().toString()).quoted();
    Fragment fresh = rows(table, compared.fresh());
    Fragment published = rows("published." + table, compared.published());
    for (Comparison comparison : contract.checks().comparisons()) {
      int number = -1 - comparisons.size();
      switch (comparison.kind()) {
        case ROWS -> {
          continue;
        }
        case DRIFT ->
            bins.add(
                bind(
                    "bins",
                    Map.of(
                        "check_id", number,
                        "fresh", fresh,
                        "published", published,
                        "bin", bin(contract, comparison.subject()))));
        case MEASURE -> {
          Script measure =
              library
                  .script(comparison.subject())
                  .bind(Map.of("fresh", fresh, "published", published));
          measures.add(
              bind("measure", Map.of("check_id", number, "measure", new Fragment(text(measure)))));
        }
      }
      comparisons.add(new Comparing(number, contract.table(), comparison));
    }
  }

  List<Comparing> comparisons() {
    return List.copyOf(comparisons);
  }

  /** Give (check number, label, figure, figure before) for what comparisons found. */
  List<Script> queries() {
    List<Script> queries = new ArrayList<>(measures);
    if (!bins.isEmpty()) {
      Fragment all = new Fragment(text(Script.unionAll("bins", bins)));
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

  private static String text(Script query) {
    return query.statements().get(0).text();
  }
}
