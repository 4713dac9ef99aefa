package tributary.insight.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The customers who can be looked up, with all that the page says of each. */
final class LookUpData {
  private static final List<String> COLUMNS =
      List.of(
          "customer_id",
          "country",
          "segment_name",
          "gross_spend",
          "average_spend",
          "total_quantity",
          "orders",
          "first_purchase_date",
          "last_purchase_date",
          "favourite_products",
          "habit");
  private static final List<String> SEGMENT_COLUMNS =
      List.of(
          "segment_id",
          "segment_name",
          "next_segment_id",
          "confidence",
          "is_provisional",
          "is_excluded");
  private static final List<String> RULES =
      List.of("segment_id", "rule_number", "rule_text", "rule_precision", "coverage");
  private static final List<String> OFFERS =
      List.of("customer_id", "item_rank", "product_id", "product_name", "reason");

  private final PublishedTables tables;
  private final Map<String, Map<String, Object>> customers = new LinkedHashMap<>();
  private final TreeMap<String, Integer> months = new TreeMap<>();
  private final Listing products = new Listing();
  private final Listing reasons = new Listing();

  private LookUpData(PublishedTables tables, List<String> chosen) {
    this.tables = tables;
    chosen.forEach(id -> customers.put(id, new HashMap<>()));
  }

  /**
   * Reads them.
   *
   * @param limit at most how many
   */
  static Map<String, Object> read(PublishedTables tables, int limit) {
    CustomerChoice choice = CustomerChoice.of(tables, limit);
    LookUpData data = new LookUpData(tables, choice.chosen());
    Optional<SegmentWindow> window =
        SegmentWindow.latest(tables.rows("segments.segment_profile", SegmentWindow.COLUMNS));
    if (!data.customers.isEmpty()) {
      data.readCustomers(window);
    }
    Map<String, Object> read = new LinkedHashMap<>(data.json());
    read.put("customers", choice.customers());
    read.put("bySpend", choice.bySpend());
    read.put("means", choice.means().frame());
    read.put("rules", window.map(data::rules).orElse(Frame.of(RULES, List.of())));
    return read;
  }

  private Map<String, Object> json() {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(
        List.of(
            "segment_id",
            "next_segment_id",
            "confidence",
            "is_provisional",
            "is_excluded",
            "history",
            "recommendations"));
    return Map.of(
        "list", Frame.of(columns, customers.values()),
        "months", List.copyOf(months.keySet()),
        "products", products.texts(),
        "reasons", reasons.texts());
  }

  private void readCustomers(Optional<SegmentWindow> window) {
    Map<String, List<?>> only = Map.of("customer_id", List.copyOf(customers.keySet()));
    tables.scan(CustomerChoice.SUMMARY, COLUMNS, only, row -> customerOf(row).putAll(row));
    window.ifPresent(shown -> addSegments(shown, only));
    addHistory(only);
    addRecommendations(only);
  }

  private Map<String, Object> customerOf(Map<String, Object> row) {
    return customers.get((String) row.get("customer_id"));
  }

  private void addSegments(SegmentWindow window, Map<String, List<?>> only) {
    Map<String, List<?>> ofWindow = new HashMap<>(window.rows());
    ofWindow.putAll(only);
    List<String> columns = new ArrayList<>(SEGMENT_COLUMNS);
    columns.add("customer_id");
    tables.scan("segments.customer_segment", columns, ofWindow, row -> customerOf(row).putAll(row));
  }

  /** Net revenue of the months in which there was some, by the months' places in their list. */
  private void addHistory(Map<String, List<?>> only) {
    tables.rows("marts.revenue_monthly", List.of("sale_month")).stream()
        .map(row -> row.get("sale_month").toString())
        .sorted()
        .forEach(month -> months.put(month, months.size()));
    tables.scan(
        "marts.customer_monthly",
        List.of("customer_id", "sale_month", "net_revenue"),
        only,
        row ->
            listOf(row, "history")
                .add(
                    List.of(months.get(row.get("sale_month").toString()), row.get("net_revenue"))));
  }

  private void addRecommendations(Map<String, List<?>> only) {
    tables.rows("recommendations.customer_product", OFFERS, only).stream()
        .sorted(Comparator.comparingInt(row -> (Integer) row.get("item_rank")))
        .forEach(
            row -> {
              Object name =
                  Optional.ofNullable(row.get("product_name")).orElse(row.get("product_id"));
              listOf(row, "recommendations")
                  .add(List.of(products.place(name), reasons.place(row.get("reason"))));
            });
  }

  @SuppressWarnings("unchecked")
  private List<Object> listOf(Map<String, Object> row, String name) {
    return (List<Object>) customerOf(row).computeIfAbsent(name, ignored -> new ArrayList<>());
  }

  private Frame rules(SegmentWindow window) {
    List<Map<String, Object>> rules = tables.rows("segments.segment_rule", RULES, window.rows());
    return Frame.of(RULES, Rows.sorted(rules, "rule_number"));
  }
}
