package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.SegmentSettings;

/** What is said of 30 big buyers, of whom one returns something, and 30 small ones. */
class SegmentProfileIT {
  private static final LocalDate END = LocalDate.of(2023, 2, 1);

  @TempDir static Path directory;
  private static TestLake lake;
  private static final Sales SALES = new Sales();

  @BeforeAll
  static void segment() {
    for (int i = 0; i < 30; i++) {
      for (int day = 10; day <= 16; day += 2) {
        buy("big", i, day, "basket", "500", null);
      }
      buy("small", i, 20, "basket", "5", null);
    }
    everyoneBuys("big", 24, "tea", "Drinks");
    everyoneBuys("small", 6, "tea", "Drinks");
    everyoneBuys("big", 20, "gin", "Spirits");
    everyoneBuys("small", 19, "rum", null);
    SALES.line("big00", "back", "basket", "return", "-1", "-100", "2023-01-17T10:00:00", null);
    SALES.line("big00", "fee", "post", "fee", "1", "9", "2023-01-17T10:00:00", null);
    lake = new TestLake(directory);
    lake.add(SALES);
    lake.add(
        "curated.products",
        List.of(
            Map.of(
                "product_id",
                "tea",
                "product_name",
                "Green Tea",
                "is_merchandise",
                true,
                "first_sold_at",
                END.atStartOfDay(),
                "last_sold_at",
                END.atStartOfDay())));
    lake.segment(SegmentSettings.defaults().withK(2), END);
  }

  @AfterAll
  static void close() {
    lake.close();
  }

  @Test
  void flagsTheGoldenSegmentWithItsFigures() {
    Map<String, Object> golden = profile("big00");
    assertThat(golden)
        .containsEntry("is_golden", true)
        .containsEntry("net_per_customer_rank", 1L)
        .containsEntry("gross_revenue_rank", 1L)
        .containsEntry("customers", 30L)
        .containsEntry("customer_share", 0.5)
        .containsEntry("mean_recency_days", 16.0)
        .containsEntry("mean_purchases", 4.0)
        // 30 x 2000, 24 x tea and 20 x gin at 1; one of 6 units came back.
        .containsEntry("mean_gross_revenue", new BigDecimal("2001.4667"))
        .containsEntry("mean_net_revenue", new BigDecimal("1998.1333"))
        .containsEntry("net_revenue_per_customer", new BigDecimal("1998.1333"))
        .containsEntry("mean_returned_revenue", new BigDecimal("3.3333"))
        .containsEntry("mean_return_rate", 0.005556);
    assertThat(profile("small00"))
        .containsEntry("is_golden", false)
        .containsEntry("net_per_customer_rank", 2L)
        .containsEntry("gross_revenue_rank", 2L)
        .containsEntry("mean_recency_days", 12.0);
  }

  /**
   * With 24 of 30 against 6 of 30 the ratio is 4, its logarithm's standard error the root of 1/24 -
   * 1/30 + 1/6 - 1/30, so that it is between 1.91284 and 8.36451; half of all are in the segment,
   * and lift = ratio / (ratio / 2 + 1 / 2).
   */
  @Test
  void comparesWhatASegmentBuysWithWhatEverybodyBuys() {
    Map<String, Object> tea = item("big00", "product", "tea");
    assertThat(tea)
        .containsEntry("item_name", "Green Tea")
        .containsEntry("buyers", 24L)
        .containsEntry("segment_customers", 30L)
        .containsEntry("penetration", 0.8)
        .containsEntry("all_buyers", 30L)
        .containsEntry("all_customers", 60L)
        .containsEntry("all_penetration", 0.5)
        .containsEntry("lift", 1.6);
    assertThat((Double) tea.get("lift_low")).isCloseTo(1.313386, within(1e-6));
    assertThat((Double) tea.get("lift_high")).isCloseTo(1.786428, within(1e-6));
    Map<String, Object> avoided = item("small00", "product", "tea");
    assertThat(avoided).containsEntry("lift", 0.4);
    assertThat((Double) avoided.get("lift_low")).isCloseTo(0.213572, within(1e-6));
    assertThat((Double) avoided.get("lift_high")).isCloseTo(0.686614, within(1e-6));
  }

  /** The counts 20 of 30 and 0 of 30 are taken as 20.5 of 30.5 and 0.5 of 30.5. */
  @Test
  void boundsTheLiftOfWhatNobodyElseBuys() {
    Map<String, Object> gin = item("big00", "product", "gin");
    assertThat(gin)
        .containsEntry("item_name", "gin")
        .containsEntry("lift", 2.0)
        .containsEntry("lift_high", 2.0);
    assertThat((Double) gin.get("lift_low")).isCloseTo(1.443607, within(1e-6));
  }

  @Test
  void keepsCategoriesAndItemsOfManyBuyers() {
    assertThat(item("big00", "category", "Drinks"))
        .containsEntry("item_name", "Drinks")
        .containsEntry("buyers", 24L)
        .containsEntry("lift", 1.6);
    assertThat(item("big00", "product", "basket"))
        .containsEntry("lift", 1.0)
        .containsEntry("lift_low", 1.0)
        .containsEntry("lift_high", 1.0);
    assertThat(lake.rows("segments.segment_product"))
        .extracting(row -> row.get("item_level") + " " + row.get("item_id"))
        .containsOnly(
            "product tea", "product gin", "product basket", "category Drinks", "category Spirits");
  }

  private static void everyoneBuys(String kind, int customers, String product, String category) {
    for (int i = 0; i < customers; i++) {
      buy(kind, i, kind.equals("big") ? 10 : 20, product, "1", category);
    }
  }

  private static void buy(
      String kind, int number, int day, String product, String amount, String category) {
    String customer = "%s%02d".formatted(kind, number);
    SALES.line(
        customer,
        customer + "-" + day,
        product,
        "sale",
        "1",
        amount,
        "2023-01-%dT10:00:00".formatted(day),
        category);
  }

  private Object segmentOf(String customer) {
    return lake.rows("segments.customer_segment").stream()
        .filter(row -> row.get("customer_id").equals(customer))
        .findFirst()
        .orElseThrow()
        .get("segment_id");
  }

  private Map<String, Object> profile(String customer) {
    return lake.rows("segments.segment_profile").stream()
        .filter(row -> row.get("segment_id").equals(segmentOf(customer)))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> item(String customer, String level, String id) {
    return lake.rows("segments.segment_product").stream()
        .filter(row -> row.get("segment_id").equals(segmentOf(customer)))
        .filter(row -> row.get("item_level").equals(level) && row.get("item_id").equals(id))
        .findFirst()
        .orElseThrow();
  }
}
