package tributary.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.input.InputFunctions;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** Three customers, four products, seven months: all figures are worked out by hand. */
class InsightIT {
  private static final String ANIMALS = "Toys/Animals/north";
  private static final String NOWHERE = "//south";

  @TempDir private static Path directory;
  private static ShopLake shop;

  @BeforeAll
  static void publish() {
    shop =
        new ShopLake(directory)
            .line("Ann", "T1", "APE", "sale", "2", "20.00", "2024-01-05", ANIMALS)
            .line("Ann", "T1", "BAT", "sale", "1", "5.00", "2024-01-05", ANIMALS)
            .line("Ben", "T2", "APE", "sale", "1", "10.00", "2024-01-20", "Toys/Animals/south")
            .line("Ben", "T2", "CUP", "sale", "4", "8.00", "2024-01-20", NOWHERE)
            .line("Ann", "T3", "APE", "sale", "1", "10.00", "2024-02-10", ANIMALS)
            .line("Ann", "T4", "APE", "return", "-1", "-10.00", "2024-02-12", ANIMALS)
            .line(null, "T5", "CUP", "sale", "2", "4.00", "2024-02-15", NOWHERE)
            .line("Cas", "T6", "DOG", "sale", "1", "100.00", "2024-03-01", "Pets//north")
            .line("Cas", "T6", "POST", "fee", "1", "3.00", "2024-03-01", "//north")
            .line("Ben", "T7", "CUP", "sale", "1", "2.00", "2024-07-03", NOWHERE)
            .line("Ann", "C8", "BAT", "cancellation", "-1", "-5.00", "2024-07-04", ANIMALS)
            .line("Ann", "T9", "BAT", "sale", "3", "15.00", "2024-07-15", ANIMALS)
            .line("Ann", "T9", "APE", "sale", "1", "10.00", "2024-07-15", ANIMALS)
            .open();
    shop.publish();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void addsUpEverythingAndEachCategory() {
    assertThat(
            shop.texts(
                "marts.revenue_summary",
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
                "best_selling_units",
                "most_profitable_product_name",
                "most_profitable_per_unit",
                "last_sale_date",
                "currency"))
        .containsExactly(
            "Pets 100.0000 100.0000 1.000 100.0000 1 1 100.0000 Pets 100.0000 DOG 1.000 null"
                + " 100.0000 2024-03-01 EUR",
            "Toys 70.0000 55.0000 9.000 7.7778 4 2 17.5000 Toys 70.0000 APE 5.000 The APE 10.0000"
                + " 2024-07-15 EUR",
            "Uncategorised 14.0000 14.0000 7.000 2.0000 3 1 4.6667 Uncategorised 14.0000 CUP 7.000"
                + " The CUP 2.0000 2024-07-03 EUR",
            "all 184.0000 169.0000 17.000 10.8235 7 3 26.2857 Pets 100.0000 CUP 7.000 null"
                + " 100.0000 2024-07-15 EUR");
  }

  @Test
  void followsRevenueByDayAndMonth() {
    assertThat(shop.texts("marts.revenue_daily", "sale_date", "gross_revenue", "orders"))
        .hasSize(9)
        .contains("2024-01-05 25.0000 1", "2024-02-12 0.0000 0", "2024-07-15 25.0000 1");
    assertThat(
            shop.texts(
                "marts.revenue_monthly",
                "sale_month",
                "is_complete",
                "gross_revenue",
                "net_revenue",
                "orders",
                "customers",
                "average_order_value",
                "gross_change"))
        .containsExactly(
            "2024-01-01 true 43.0000 43.0000 2 2 21.5000 null",
            "2024-02-01 true 14.0000 4.0000 2 1 7.0000 -0.674419",
            "2024-03-01 true 100.0000 100.0000 1 1 100.0000 6.142857",
            "2024-07-01 false 27.0000 22.0000 2 2 13.5000 null");
  }

  @Test
  void ranksProductsAndSeesTheirTrend() {
    assertThat(
            shop.texts(
                "marts.product_performance",
                "product_id",
                "category",
                "units_sold",
                "gross_revenue",
                "net_revenue",
                "average_revenue_per_unit",
                "return_rate",
                "orders",
                "customers",
                "revenue_rank",
                "units_rank",
                "revenue_per_unit_rank",
                "category_revenue_rank",
                "recent_revenue",
                "earlier_revenue",
                "trend_change",
                "trend"))
        .containsExactly(
            "APE Toys 5.000 50.0000 40.0000 10.0000 0.2 4 2 2 2 2 1 0.0000 40.0000 -1.0 declining",
            "BAT Toys 4.000 20.0000 15.0000 5.0000 0.25 2 1 3 3 3 2 0.0000 5.0000 -1.0 declining",
            "CUP Uncategorised 7.000 14.0000 14.0000 2.0000 0.0 3 1 4 1 4 1 0.0000 12.0000 -1.0"
                + " declining",
            "DOG Pets 1.000 100.0000 100.0000 100.0000 0.0 1 1 1 4 1 1 0.0000 100.0000 -1.0"
                + " declining");
  }

  @Test
  void comparesCategoriesSubcategoriesAndStores() {
    assertThat(
            shop.texts(
                "marts.category_sales", "category", "revenue_share", "revenue_rank", "products"))
        .containsExactly("Pets 0.543478 1 1", "Toys 0.380435 2 2", "Uncategorised 0.076087 3 1");
    assertThat(
            shop.texts(
                "marts.subcategory_performance",
                "category",
                "subcategory",
                "net_revenue",
                "revenue_rank",
                "units_rank"))
        .containsExactly(
            "Pets Uncategorised 100.0000 1 3",
            "Toys Animals 55.0000 2 1",
            "Uncategorised Uncategorised 14.0000 3 2");
    assertThat(
            shop.texts(
                "marts.store_performance",
                "dimension",
                "dimension_value",
                "gross_revenue",
                "orders",
                "customers"))
        .containsExactly("store north 160.0000 4 2", "store south 24.0000 3 1");
  }

  @Test
  void showsWhatDeclines() {
    assertThat(
            shop.texts(
                "marts.category_monthly",
                "category",
                "sale_month",
                "gross_revenue",
                "previous_revenue",
                "gross_change",
                "is_declining"))
        .hasSize(12)
        .contains(
            "Toys 2024-01-01 35.0000 null null false",
            "Toys 2024-02-01 10.0000 35.0000 -0.714286 true",
            "Toys 2024-03-01 0.0000 10.0000 -1.0 true",
            "Toys 2024-07-01 25.0000 null null false",
            "Pets 2024-03-01 100.0000 0.0000 null false");
  }

  @Test
  void describesCustomers() {
    assertThat(
            shop.texts(
                "marts.customer_summary",
                "customer_id",
                "as_of",
                "gross_spend",
                "net_spend",
                "average_spend",
                "average_order_value",
                "spend_per_item",
                "orders",
                "shopping_days",
                "distinct_products",
                "return_rate",
                "recency_days",
                "days_between_purchases",
                "favourite_product_id",
                "favourite_products"))
        .containsExactly(
            "Ann 2024-07-16 60.0000 45.0000 12.0000 20.0000 7.5000 3 3 2 0.25 1 96.0 APE The APE;"
                + " The BAT",
            "Ben 2024-07-16 20.0000 20.0000 6.6667 10.0000 3.3333 2 2 2 0.0 13 165.0 CUP The CUP;"
                + " The APE",
            "Cas 2024-07-16 100.0000 100.0000 100.0000 100.0000 100.0000 1 1 1 0.0 137 null DOG"
                + " DOG");
    assertThat(shop.texts("marts.customer_summary", "habit"))
        .containsExactly(
            "2 orders since 2024-01-20, about every 165 days, for 10.00 EUR an order on average;"
                + " most often The CUP; last bought on 2024-07-03",
            "3 orders since 2024-01-05, about every 96 days, for 20.00 EUR an order on average;"
                + " most often The APE; last bought on 2024-07-15",
            "Bought on one day, 2024-03-01, for 100.00 EUR an order on average; most often DOG;"
                + " last bought on 2024-03-01");
    assertThat(
            shop.texts(
                "marts.customer_monthly", "customer_id", "sale_month", "orders", "net_revenue"))
        .containsExactly(
            "Ann 2024-01-01 1 25.0000",
            "Ann 2024-02-01 1 0.0000",
            "Ann 2024-07-01 1 20.0000",
            "Ben 2024-01-01 1 18.0000",
            "Ben 2024-07-01 1 2.0000",
            "Cas 2024-03-01 1 100.0000");
  }

  @Test
  void followsAcquisitionEngagementAndRetention() {
    assertThat(
            shop.texts(
                "marts.kpi_monthly",
                "segment_name",
                "sale_month",
                "active_customers",
                "new_customers",
                "returning_customers",
                "retained_customers",
                "reactivated_customers",
                "churned_customers",
                "orders",
                "orders_per_active",
                "basket_size",
                "repeat_rate",
                "retention_rate",
                "net_revenue"))
        .filteredOn(row -> !row.startsWith("unsegmented"))
        .containsExactly(
            "all 2024-01-01 2 2 0 0 0 0 2 1.0 4.0 0.0 null 43.0000",
            "all 2024-02-01 1 0 1 1 0 0 2 1.0 1.5 1.0 0.5 4.0000",
            "all 2024-03-01 1 1 0 0 0 0 1 1.0 1.0 0.0 0.0 100.0000",
            "all 2024-04-01 0 0 0 0 0 1 0 null null null 0.0 0.0000",
            "all 2024-05-01 0 0 0 0 0 1 0 null null null null 0.0000",
            "all 2024-06-01 0 0 0 0 0 1 0 null null null null 0.0000",
            "all 2024-07-01 2 0 2 0 2 null 2 1.0 2.5 1.0 null 22.0000",
            "anonymous 2024-02-01 0 0 0 0 0 0 1 null 2.0 null null 4.0000");
  }

  @Test
  void followsCohorts() {
    assertThat(
            shop.texts(
                "marts.cohort_retention",
                "cohort_month",
                "months_since",
                "cohort_customers",
                "active_customers",
                "retention_rate",
                "gross_revenue",
                "net_revenue"))
        .containsExactly(
            "2024-01-01 0 2 2 1.0 43.0000 43.0000",
            "2024-01-01 1 2 1 0.5 10.0000 0.0000",
            "2024-01-01 2 2 0 0.0 0.0000 0.0000",
            "2024-01-01 6 2 2 1.0 27.0000 22.0000",
            "2024-03-01 0 1 1 1.0 100.0000 100.0000",
            "2024-03-01 4 1 0 0.0 0.0000 0.0000");
  }

  @Test
  void scoresCustomersByHowManyAreWorse() {
    assertThat(shop.texts("marts.rfm", "customer_id", "rfm_score", "rfm_group", "segment_name"))
        .containsExactly(
            "Ann 442 Loyal Customers null", "Ben 221 Hibernating null", "Cas 114 Hibernating null");
  }

  @Test
  void nobodyHibernatesWhereAllBoughtOnTheSameDay() {
    assertThat(groups("2024-05-01,1", "2024-05-01,1", "2024-05-01,2", "2024-05-01,3"))
        .containsOnly("Not Distinguishable");
    assertThat(groups("2024-01-01,7", "2024-02-01,7", "2024-03-01,7", "2024-04-01,7"))
        .containsOnly("Not Distinguishable");
    assertThat(groups("2024-01-01,1", "2024-02-01,1", "2024-03-01,1", "2024-04-01,1"))
        .containsExactly("Hibernating", "Hibernating", "About To Sleep", "Promising");
  }

  /** The group of each customer, by the day of the last purchase and the number of orders. */
  private static List<String> groups(String... buyers) {
    String rows =
        Stream.of(buyers)
            .map(buyer -> buyer.split(","))
            .map(each -> "(DATE '%s', CAST(%s AS BIGINT))".formatted(each[0], each[1]))
            .collect(Collectors.joining(", "));
    SqlLibrary library = SqlLibrary.bundled();
    String query = library.text("marts/rfm.sql").replace("INSERT INTO marts.rfm", "");
    try (Engine engine = Engine.local(1).preparing(InputFunctions::register)) {
      SqlSession session = engine.batch();
      session.define(
          "buyers",
          session
              .tables()
              .sqlQuery(
                  """
                  SELECT CAST(last_purchase_date AS STRING) AS customer_id,
                    ONCE(last_purchase_date) AS last_purchase_date, ONCE(orders) AS orders,
                    ONCE(CAST(1 AS DECIMAL(20, 4))) AS gross_spend, 1 AS recency_days,
                    CAST(NULL AS STRING) AS segment_name
                  FROM (VALUES %s) AS bought (last_purchase_date, orders)
                  """
                      .formatted(rows)));
      Script script =
          Script.parse("rfm", query)
              .bind(Map.of("as_of", LocalDate.of(2024, 5, 2), "currency", "EUR"));
      return session.query("rfm", script).stream()
          .sorted(Comparator.comparing(row -> row.<String>getFieldAs("customer_id")))
          .map(row -> row.<String>getFieldAs("rfm_group"))
          .toList();
    }
  }

  @Test
  void pairsWhatIsBoughtTogether() {
    assertThat(
            shop.texts(
                "marts.basket_pairs",
                "product_id",
                "other_product_id",
                "pair_rank",
                "orders",
                "product_orders",
                "other_product_orders",
                "support",
                "confidence",
                "other_confidence",
                "lift"))
        .containsExactly("APE BAT 1 2 4 2 0.285714 0.5 1.0 1.75");
  }

  @Test
  void profilesColumns() {
    assertThat(
            shop.texts(
                "ops.column_profile",
                "column_name",
                "column_type",
                "column_rows",
                "missing_share",
                "distinct_values",
                "minimum",
                "maximum",
                "mean",
                "p50"))
        .contains(
            "amount number 13 0.0 11 -10 100 13.23076923076923 8.0",
            "category text 13 0.307692 2 Pets Toys null null",
            "country text 13 1.0 0 null null null null",
            "customer_id text 13 0.076923 3 Ann Cas null null",
            "sale_date date 13 0.0 9 2024-01-05 2024-07-15 null null",
            "sold_at timestamp 13 0.0 9 2024-01-05 12:00:00 2024-07-15 12:00:00 null null");
  }

  @Test
  void aSecondRunGivesTheSameRowsAndAnotherProfile() {
    Map<String, List<String>> first = marts();
    int profiled = shop.rows("ops.column_profile").size();
    shop.publish();

    assertThat(marts()).isEqualTo(first);
    assertThat(shop.rows("ops.column_profile")).hasSizeGreaterThan(profiled);
  }

  private static Map<String, List<String>> marts() {
    return Insight.TABLES.stream()
        .filter(table -> table.startsWith("marts."))
        .collect(
            Collectors.toMap(
                table -> table,
                table ->
                    shop.rows(table).stream()
                        .map(row -> new TreeMap<>(row).toString())
                        .sorted()
                        .toList()));
  }
}
