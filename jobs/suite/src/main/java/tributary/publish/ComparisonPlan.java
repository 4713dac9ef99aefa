package tributary.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.lake.Comparison;
import tributary.lake.TableContract;
import tributary.lake.TableName;
import tributary.script.Condition;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * The queries that compare many tables with their published state, but for their row counts. The
 * rows to compare are read once for all comparisons of a table, and only the columns that those
 * name.
 */
final class ComparisonPlan {
  /** The column by which sql/checks/earlier_rows.sql tells how far rows lie back. */
  private static final String DAY = "sale_date";

  private final SqlLibrary library;
  private final Map<String, Script> rows = new LinkedHashMap<>();
  private final List<Comparing> comparisons = new ArrayList<>();
  private final List<TooFew> tooFew = new ArrayList<>();
  private final Map<RowsOf, List<String>> bins = new LinkedHashMap<>();
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

  /**
   * A comparison that so few rows say nothing of.
   *
   * @param delivered how many rows are new
   * @param before how many the table had
   */
  record TooFew(Comparing comparing, long delivered, long before) {}

  /** The rows that are compared, as they stand behind {@code FROM}. */
  private record RowsOf(Fragment fresh, Fragment published) {}

  /**
   * Adds the comparisons of a table; row counts need no query, nor what so few rows say nothing of.
   *
   * @param before how many rows the table had
   */
  void add(TableContract contract, Compared compared, long before) {
    List<Comparison> queried = new ArrayList<>();
    for (Comparison comparison : contract.checks().comparisons()) {
      if (comparison.kind() == Comparison.Kind.ROWS) {
        continue;
      }
      if (isOfTooFew(comparison, compared, before)) {
        long delivered = compared.rows().orElseThrow();
        tooFew.add(new TooFew(comparing(contract, comparison, compared), delivered, before));
      } else {
        queried.add(comparison);
      }
    }
    if (!queried.isEmpty()) {
      query(contract, compared, queried);
    }
  }

  private static boolean isOfTooFew(Comparison comparison, Compared compared, long before) {
    if (compared.rows().isEmpty()) {
      return false;
    }
    long delivered = compared.rows().getAsLong();
    return comparison.kind() == Comparison.Kind.DRIFT
        ? delivered < Judge.FEWEST_ROWS
        : delivered < comparison.fewest().delivered()
            || delivered + before < comparison.fewest().inAll();
  }

  private Comparing comparing(TableContract contract, Comparison comparison, Compared compared) {
    int number = -1 - comparisons.size() - tooFew.size();
    return new Comparing(number, contract.table(), comparison, days(comparison, compared));
  }

  private void query(TableContract contract, Compared compared, List<Comparison> queried) {
    String table = new Identifier(contract.table().toString()).quoted();
    Fragment columns = columns(contract, queried);
    Identifier fresh = rows("fresh_rows", columns, table, compared.fresh());
    Identifier earlier = rows("earlier_rows", columns, "published." + table, compared.published());
    for (Comparison comparison : queried) {
      Comparing comparing = comparing(contract, comparison, compared);
      RowsOf rowsOf =
          new RowsOf(
              new Fragment(fresh.quoted()),
              published(earlier, comparison, compared, comparing.days()));
      if (comparison.kind() == Comparison.Kind.DRIFT) {
        bins.computeIfAbsent(rowsOf, ignored -> new ArrayList<>())
            .add(bin(contract, comparison.subject(), comparing.number()));
      } else {
        measures.add(measure(comparing, rowsOf, compared.span()));
      }
      comparisons.add(comparing);
    }
  }

  private static int days(Comparison comparison, Compared compared) {
    int delivered = compared.span().map(Span::days).orElse(1);
    return comparison.usual().map(usual -> Math.max(usual.days(), delivered)).orElse(delivered);
  }

  /** The earlier rows, with what tells how many spans they lie back where the comparison asks. */
  private Fragment published(
      Identifier earlier, Comparison comparison, Compared compared, int days) {
    if (comparison.usual().isEmpty()) {
      return new Fragment("(" + text(bind("all_rows", Map.of("earlier", earlier))) + ")");
    }
    Map<String, Object> values = new HashMap<>(placeholders(compared.span().orElseThrow(), days));
    values.put("earlier", earlier);
    String view = "%s_by_%s_days".formatted(earlier.name(), days);
    rows.put(view, bind("earlier_rows", values));
    return new Fragment(new Identifier(view).quoted());
  }

  /** Those that are queried. */
  List<Comparing> comparisons() {
    return List.copyOf(comparisons);
  }

  /** Those that so few rows say nothing of. */
  List<TooFew> tooFew() {
    return List.copyOf(tooFew);
  }

  /**
   * Give (check number, label, figure, figure before, spans ago) for what comparisons found.
   *
   * @param session in which the queries will run
   */
  List<Script> queries(SqlSession session) {
    rows.forEach(session::computeOnce);
    List<Script> queries = new ArrayList<>(measures);
    if (!bins.isEmpty()) {
      List<Script> each = new ArrayList<>();
      bins.forEach((rowsOf, all) -> each.add(bins(rowsOf, all)));
      queries.add(bind("drift", Map.of("bins", fragment(Script.unionAll("bins", each)))));
    }
    return queries;
  }

  private Script bins(RowsOf rowsOf, List<String> all) {
    return bind(
        "bins",
        Map.of(
            "fresh",
            rowsOf.fresh(),
            "published",
            rowsOf.published(),
            "bins",
            new Fragment(String.join(", ", all))));
  }

  private Script measure(Comparing comparing, RowsOf rowsOf, Optional<Span> span) {
    Comparison comparison = comparing.comparison();
    Map<String, Object> values = new HashMap<>();
    values.put("fresh", rowsOf.fresh());
    values.put("published", rowsOf.published());
    span.ifPresent(days -> values.putAll(placeholders(days, comparing.days())));
    Fragment measured = fragment(library.script(comparison.subject()).bind(values));
    return bind(
        comparison.usual().isEmpty() ? "measure" : "usual_measure",
        Map.of("check_id", comparing.number(), "measure", measured));
  }

  private static Map<String, Object> placeholders(Span span, int days) {
    return Map.of("first_day", span.first(), "last_day", span.last(), "span_days", days);
  }

  private Identifier rows(String kind, Fragment columns, String table, Condition condition) {
    String view = kind + "_" + rows.size();
    rows.put(
        view,
        bind(
            "compared_rows",
            Map.of("columns", columns, "table", new Fragment(table), "condition", condition)));
    return new Identifier(view);
  }

  /** The key, and what the comparisons name. */
  private Fragment columns(TableContract contract, List<Comparison> queried) {
    Set<String> words = new HashSet<>(contract.key());
    for (Comparison comparison : queried) {
      String named =
          comparison.kind() == Comparison.Kind.DRIFT
              ? comparison.subject()
              : text(library.script(comparison.subject()));
      words.addAll(List.of(named.split("\\W+")));
      words.addAll(comparison.usual().isPresent() ? List.of(DAY) : List.of());
    }
    return new Fragment(
        contract.columnNames().stream()
            .filter(words::contains)
            .map(column -> new Identifier(column).quoted())
            .collect(Collectors.joining(", ")));
  }

  /** Numbers are put into bins that each reach to twice their beginning; else each value is one. */
  private String bin(TableContract contract, String name, int number) {
    boolean isNumber =
        contract.columns().stream()
            .anyMatch(
                column ->
                    column.name().equals(name)
                        && column.type().matches("decimal.*|int|long|double|float"));
    String template = isNumber ? "bin_of_number" : "bin_of_value";
    Script bin = bind(template, Map.of("column", new Identifier(name), "check_id", number));
    return text(bin).replaceFirst("(?i)^SELECT\\s", "");
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
