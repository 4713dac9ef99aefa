package tributary.insight.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Customers over time: cohorts, figures by month, and the groups that marketers know. */
final class CustomersData {
  private static final List<String> COHORTS =
      List.of(
          "cohort_month",
          "months_since",
          "is_complete",
          "cohort_customers",
          "active_customers",
          "retention_rate");
  private static final List<String> INDICATORS =
      List.of(
          "sale_month",
          "is_complete",
          "active_customers",
          "new_customers",
          "returning_customers",
          "reactivated_customers",
          "churned_customers",
          "orders_per_active",
          "basket_size",
          "repeat_rate",
          "retention_rate");
  private static final List<String> GROUPS =
      List.of("rfm_group", "segment_name", "customers", "monetary");

  private CustomersData() {}

  static Map<String, Object> read(PublishedTables tables) {
    List<Map<String, Object>> indicators =
        tables.rows("marts.kpi_monthly", INDICATORS, Map.of("segment_name", List.of("all")));
    return Map.of(
        "cohorts", Frame.of(COHORTS, tables.rows("marts.cohort_retention", COHORTS)),
        "indicators", Frame.of(INDICATORS, Rows.sorted(indicators, "sale_month")),
        "groups", groups(tables));
  }

  /** Customers and spend by group and segment; of customers without a segment it is null. */
  private static Frame groups(PublishedTables tables) {
    SortedMap<String, Group> groups = new TreeMap<>();
    tables.scan(
        "marts.rfm",
        List.of("rfm_group", "segment_name", "monetary"),
        Map.of(),
        row -> {
          String name = (String) row.get("rfm_group");
          String segment = (String) row.get("segment_name");
          groups.merge(
              name + "\n" + segment,
              new Group(name, segment, 1, (BigDecimal) row.get("monetary")),
              Group::plus);
        });
    return new Frame(GROUPS, groups.values().stream().map(Group::values).toList());
  }

  private record Group(String name, String segment, long customers, BigDecimal monetary) {
    Group plus(Group other) {
      return new Group(name, segment, customers + other.customers, monetary.add(other.monetary));
    }

    List<Object> values() {
      return Arrays.asList(name, segment, customers, monetary);
    }
  }
}
