package tributary.insight.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Revenue over time, by product, by category and by shop. */
final class SalesData {
  /** The page shows this many products with most revenue, so that it opens at once. */
  private static final int PRODUCTS = 500;

  /** It shows this many of each category, too, as long as there are not too many categories. */
  private static final int PRODUCTS_PER_CATEGORY = 50;

  private static final int MOST_PRODUCTS = 800;

  private static final int PAIRS_SHOWN = 20;

  private static final List<String> MONTHS =
      List.of("sale_month", "is_complete", "gross_revenue", "net_revenue", "orders");
  private static final List<String> CATEGORY_MONTHS =
      List.of("sale_month", "category", "is_complete", "gross_revenue", "net_revenue");
  private static final List<String> CATEGORIES =
      List.of("category", "gross_revenue", "units_sold", "revenue_share", "revenue_rank", "trend");
  private static final List<String> SUBCATEGORIES =
      List.of("category", "subcategory", "gross_revenue", "units_sold", "revenue_rank");
  private static final List<String> PRODUCT_COLUMNS =
      List.of(
          "product_id",
          "product_name",
          "category",
          "subcategory",
          "units_sold",
          "gross_revenue",
          "average_revenue_per_unit",
          "return_rate",
          "revenue_rank",
          "category_revenue_rank",
          "trend");
  private static final List<String> STORES =
      List.of(
          "dimension",
          "dimension_value",
          "gross_revenue",
          "orders",
          "customers",
          "revenue_share",
          "revenue_rank");

  private static final List<String> PAIRS =
      List.of(
          "product_name",
          "other_product_name",
          "pair_rank",
          "orders",
          "support",
          "confidence",
          "lift");

  private SalesData() {}

  static Map<String, Object> read(PublishedTables tables) {
    return Map.of(
        "months", ordered(tables, "marts.revenue_monthly", MONTHS, "sale_month"),
        "categoryMonths", ordered(tables, "marts.category_monthly", CATEGORY_MONTHS, "sale_month"),
        "categories", ordered(tables, "marts.category_sales", CATEGORIES, "revenue_rank"),
        "subcategories",
            ordered(tables, "marts.subcategory_performance", SUBCATEGORIES, "revenue_rank"),
        "products", products(tables),
        "stores", ordered(tables, "marts.store_performance", STORES, "revenue_rank"),
        "pairs", pairs(tables));
  }

  private static Frame products(PublishedTables tables) {
    List<Map<String, Object>> kept = new ArrayList<>();
    tables.scan(
        "marts.product_performance",
        PRODUCT_COLUMNS,
        Map.of(),
        row -> {
          if ((long) row.get("revenue_rank") <= PRODUCTS
              || (long) row.get("category_revenue_rank") <= PRODUCTS_PER_CATEGORY) {
            kept.add(row);
          }
        });
    kept.sort(Comparator.comparingLong(row -> (long) row.get("revenue_rank")));
    return Frame.of(PRODUCT_COLUMNS, kept.subList(0, Math.min(MOST_PRODUCTS, kept.size())));
  }

  private static Frame pairs(PublishedTables tables) {
    List<Map<String, Object>> pairs = tables.rows("marts.basket_pairs", PAIRS);
    return Frame.of(PAIRS, Rows.sorted(pairs, "pair_rank").stream().limit(PAIRS_SHOWN).toList());
  }

  private static Frame ordered(
      PublishedTables tables, String table, List<String> columns, String by) {
    return Frame.of(columns, Rows.sorted(tables.rows(table, columns), by));
  }
}
