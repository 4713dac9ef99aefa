package tributary.insight.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Revenue over time, by product, by category and by shop. */
final class SalesData {
  /** The page shows this many products with most revenue, so that it opens at once. */
  private static final int PRODUCTS = 500;

  /** It shows the first of each category, too: about this many together. */
  private static final int PRODUCTS_OF_CATEGORIES = 300;

  private static final int LEAST_PER_CATEGORY = 5;
  private static final int MOST_PER_CATEGORY = 50;

  /** The categories with most revenue, each of which can be looked at alone. */
  private static final int CATEGORIES_OFFERED = 200;

  private static final int PLACES_SHOWN = 50;
  private static final int PAIRS_SHOWN = 20;

  private static final List<String> MONTHS =
      List.of("sale_month", "is_complete", "gross_revenue", "net_revenue", "orders");
  private static final List<String> CATEGORY_MONTHS =
      List.of("sale_month", "category", "is_complete", "gross_revenue", "net_revenue");
  private static final List<String> CATEGORIES =
      List.of(
          "category",
          "gross_revenue",
          "units_sold",
          "products",
          "revenue_share",
          "revenue_rank",
          "trend");
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
          "product_id",
          "other_product_id",
          "product_name",
          "other_product_name",
          "pair_rank",
          "orders",
          "support",
          "confidence",
          "lift");

  private SalesData() {}

  static Map<String, Object> read(PublishedTables tables) {
    List<Map<String, Object>> categories =
        Rows.sorted(tables.rows("marts.category_sales", CATEGORIES), "revenue_rank");
    Set<Object> offered = new HashSet<>();
    categories.stream().limit(CATEGORIES_OFFERED).forEach(row -> offered.add(row.get("category")));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("months", ordered(tables, "marts.revenue_monthly", MONTHS, "sale_month"));
    data.put("categoryMonths", categoryMonths(tables, offered));
    data.put("categories", Frame.of(CATEGORIES, categories));
    data.put("categoriesOffered", CATEGORIES_OFFERED);
    data.put(
        "subcategories",
        ordered(tables, "marts.subcategory_performance", SUBCATEGORIES, "revenue_rank"));
    data.put("products", products(tables, offered));
    data.put("productsByRevenue", PRODUCTS);
    data.put("productCount", tables.rowCount("marts.product_performance"));
    data.putAll(places(tables));
    data.put("pairs", pairs(tables));
    return data;
  }

  private static Frame categoryMonths(PublishedTables tables, Set<Object> offered) {
    List<Map<String, Object>> months = new ArrayList<>();
    tables.scan(
        "marts.category_monthly",
        CATEGORY_MONTHS,
        Map.of(),
        row -> {
          if (offered.contains(row.get("category"))) {
            months.add(row);
          }
        });
    return Frame.of(CATEGORY_MONTHS, Rows.sorted(months, "sale_month"));
  }

  private static Frame products(PublishedTables tables, Set<Object> offered) {
    int shareOfEach = PRODUCTS_OF_CATEGORIES / Math.max(1, offered.size());
    int perCategory = Math.max(LEAST_PER_CATEGORY, Math.min(MOST_PER_CATEGORY, shareOfEach));
    List<Map<String, Object>> kept = new ArrayList<>();
    tables.scan(
        "marts.product_performance",
        PRODUCT_COLUMNS,
        Map.of(),
        row -> {
          if ((long) row.get("revenue_rank") <= PRODUCTS
              || (long) row.get("category_revenue_rank") <= perCategory
                  && offered.contains(row.get("category"))) {
            kept.add(row);
          }
        });
    kept.sort(Comparator.comparingLong(row -> (long) row.get("revenue_rank")));
    return Frame.of(PRODUCT_COLUMNS, kept);
  }

  /** The stores and countries with most revenue, and how many there are of each. */
  private static Map<String, Object> places(PublishedTables tables) {
    List<Map<String, Object>> all =
        Rows.sorted(tables.rows("marts.store_performance", STORES), "revenue_rank");
    List<Map<String, Object>> first =
        all.stream().filter(row -> (long) row.get("revenue_rank") <= PLACES_SHOWN).toList();
    Map<Object, Long> counts =
        all.stream()
            .collect(Collectors.groupingBy(row -> row.get("dimension"), Collectors.counting()));
    return Map.of("stores", Frame.of(STORES, first), "placeCounts", counts);
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
