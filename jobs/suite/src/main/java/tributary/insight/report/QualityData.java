package tributary.insight.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the input, and what its columns hold. */
final class QualityData {
  private static final List<String> FILES =
      List.of("source_file", "lines_read", "landed", "sales", "rejects", "duplicates");
  private static final List<String> CUSTOMERS_FILES =
      List.of("source_file", "lines_read", "landed", "customers", "rejects", "superseded");
  private static final List<String> REJECTS = List.of("reason", "lines", "example");
  private static final List<String> COLUMNS =
      List.of(
          "run_id",
          "table_name",
          "column_name",
          "column_type",
          "column_rows",
          "missing_share",
          "distinct_values",
          "minimum",
          "maximum",
          "mean",
          "standard_deviation",
          "skewness",
          "kurtosis",
          "p25",
          "p50",
          "p75");

  private QualityData() {}

  static Map<String, Object> read(PublishedTables tables) {
    return Map.of(
        "files",
        Frame.of(FILES, tables.rows("curated.reconciliation", FILES)),
        "customersFiles",
        Frame.of(CUSTOMERS_FILES, tables.rows("curated.customer_reconciliation", CUSTOMERS_FILES)),
        "rejects",
        Frame.of(REJECTS, rejects(tables, "curated.rejects")),
        "customerRejects",
        Frame.of(REJECTS, rejects(tables, "curated.customer_reject")),
        "profile",
        profile(tables));
  }

  /** Each reason with how often, and one value that was refused. */
  private static List<Map<String, Object>> rejects(PublishedTables tables, String table) {
    Map<Object, Map<String, Object>> reasons = new LinkedHashMap<>();
    tables.scan(
        table,
        List.of("reason", "detail"),
        Map.of(),
        row -> {
          Map<String, Object> reason =
              reasons.computeIfAbsent(row.get("reason"), QualityData::noneYet);
          reason.merge("lines", 1L, (left, right) -> (Long) left + (Long) right);
          if (row.get("detail") != null) {
            reason.putIfAbsent("example", row.get("detail"));
          }
        });
    List<Map<String, Object>> counted = new ArrayList<>(reasons.values());
    counted.sort(
        Comparator.<Map<String, Object>, Long>comparing(row -> (Long) row.get("lines"))
            .reversed()
            .thenComparing(row -> (String) row.get("reason")));
    return counted;
  }

  private static Map<String, Object> noneYet(Object reason) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("reason", reason);
    return row;
  }

  private static Frame profile(PublishedTables tables) {
    List<Map<String, Object>> all = tables.rows("ops.column_profile", COLUMNS);
    Optional<Object> run = Rows.last(all, "run_id").map(row -> row.get("run_id"));
    return Frame.of(
        COLUMNS, all.stream().filter(row -> run.orElse("").equals(row.get("run_id"))).toList());
  }
}
