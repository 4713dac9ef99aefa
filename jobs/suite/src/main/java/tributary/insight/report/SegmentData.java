package tributary.insight.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest window's segments: profiles, features, a sample of customers, and moves. */
final class SegmentData {
  private static final int SAMPLE = 400;

  private static final List<String> PROFILES =
      List.of(
          "segmentation",
          "window_start",
          "window_end",
          "segment_id",
          "segment_name",
          "customers",
          "gross_revenue",
          "description",
          "suggested_action",
          "is_golden");
  private static final List<String> FEATURES =
      List.of(
          "segment_id",
          "segment_name",
          "feature",
          "segment_mean",
          "everyone_mean",
          "distance_from_everyone");
  private static final List<String> MIGRATION =
      List.of(
          "previous_window_end",
          "from_segment_id",
          "from_segment_name",
          "to_segment_id",
          "to_segment_name",
          "customers",
          "share_of_from",
          "leaked_revenue");
  private static final List<String> SAMPLE_COLUMNS =
      List.of("customer_id", "shopping_days", "gross_spend", "spend_per_item", "segment_name");
  private static final Comparator<Map<String, Object>> MOST_REVENUE_FIRST =
      Comparator.<Map<String, Object>, BigDecimal>comparing(
              row -> (BigDecimal) row.get("gross_revenue"))
          .thenComparing(row -> (Long) row.get("customers"))
          .reversed()
          .thenComparing(row -> (String) row.get("segment_id"));

  private SegmentData() {}

  static Map<String, Object> read(PublishedTables tables) {
    List<Map<String, Object>> all = tables.rows("segments.segment_profile", PROFILES);
    Optional<SegmentWindow> latest = SegmentWindow.latest(all);
    List<Map<String, Object>> profiles =
        all.stream()
            .filter(row -> latest.orElseThrow().has(row))
            .sorted(MOST_REVENUE_FIRST)
            .toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("profiles", Frame.of(PROFILES, profiles));
    latest.ifPresent(window -> add(data, window, tables));
    return data;
  }

  private static void add(Map<String, Object> data, SegmentWindow window, PublishedTables tables) {
    data.put("segmentation", window.segmentation());
    data.put("window_start", window.start());
    data.put("window_end", window.end());
    data.put("features", frame(tables, "segments.segment_feature", FEATURES, window));
    data.put("migration", frame(tables, "segments.segment_migration", MIGRATION, window));
    data.put("sample", sample(window, tables));
    data.put("choice", SegmentChoice.read(window, tables));
  }

  private static Frame frame(
      PublishedTables tables, String table, List<String> columns, SegmentWindow window) {
    return Frame.of(columns, tables.rows(table, columns, window.rows()));
  }

  /** Customers drawn by their ids, with their segments. */
  private static Frame sample(SegmentWindow window, PublishedTables tables) {
    CustomerSample sample = new CustomerSample(SAMPLE);
    List<String> id = List.of("customer_id");
    tables.scan(
        "segments.customer_segment",
        id,
        window.rows(),
        row -> sample.add((String) row.get("customer_id")));
    Map<String, List<?>> only = new HashMap<>(window.rows());
    only.put("customer_id", sample.customers());
    Map<String, Object> segments = new HashMap<>();
    tables.scan(
        "segments.customer_segment",
        List.of("customer_id", "segment_name"),
        only,
        row -> segments.put((String) row.get("customer_id"), row.get("segment_name")));
    List<Map<String, Object>> customers =
        tables.rows(
            "segments.customer_features",
            SAMPLE_COLUMNS.subList(0, SAMPLE_COLUMNS.size() - 1),
            only);
    customers.forEach(row -> row.put("segment_name", segments.get(row.get("customer_id"))));
    return Frame.of(SAMPLE_COLUMNS, Rows.sorted(customers, "customer_id"));
  }
}
