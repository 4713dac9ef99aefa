package tributary.insight.report;

import java.util.List;
import java.util.Map;

/** The headline figures, of everything and per category. */
final class HeadlineData {
  private static final List<String> COLUMNS =
      List.of(
          "summary_level",
          "category",
          "gross_revenue",
          "net_revenue",
          "units_sold",
          "average_revenue_per_unit",
          "orders",
          "customers",
          "average_order_value",
          "top_category",
          "top_category_revenue",
          "best_selling_product_id",
          "best_selling_product_name",
          "best_selling_units",
          "most_profitable_product_id",
          "most_profitable_product_name",
          "most_profitable_per_unit",
          "most_profitable_units",
          "first_sale_date",
          "last_sale_date",
          "currency");

  private HeadlineData() {}

  static Map<String, Object> read(PublishedTables tables) {
    return Map.of(
        "summaries",
        Frame.of(COLUMNS, tables.rows("marts.revenue_summary", COLUMNS)),
        "products",
        tables.rowCount("marts.product_performance"));
  }
}
