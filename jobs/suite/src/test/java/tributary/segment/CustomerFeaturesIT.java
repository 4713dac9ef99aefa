package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.PopulationSettings;
import tributary.config.SegmentSettings;
import tributary.config.WindowSettings;

class CustomerFeaturesIT {
  private static final LocalDate END = LocalDate.of(2023, 7, 1);

  @TempDir Path directory;
  private TestLake lake;

  @BeforeEach
  void open() {
    lake = new TestLake(directory);
    lake.add(sales());
  }

  private static Sales sales() {
    return new Sales()
        // Ann: three orders on two days, one product twice, a return and a cancellation.
        .line("ann", "a1", "pen", "sale", "10", "25.00", "2023-05-01T09:00:00", "Office")
        .line("ann", "a1", "ink", "sale", "2", "11.10", "2023-05-01T09:00:00", "Office")
        .line("ann", "a2", "pen", "sale", "5", "12.50", "2023-05-01T17:00:00", "Office")
        .line("ann", "a3", "mug", "sale", "1", "7.40", "2023-06-30T23:59:59", null)
        .line("ann", "a4", "pen", "return", "-3", "-7.50", "2023-06-10T10:00:00", "Office")
        .line("ann", "c5", "ink", "cancellation", "-2", "-11.10", "2023-06-11T10:00:00", null)
        // Neither fees nor adjustments are spending.
        .line("ann", "a1", "post", "fee", "1", "18.00", "2023-05-01T09:00:00", null)
        .line("ann", "a6", "disc", "adjustment", "-1", "-5.00", "2023-05-02T09:00:00", null)
        // Sold at the window's end: another window's.
        .line("ann", "a7", "tin", "sale", "9", "99.00", "2023-07-01T00:00:00", "Kitchen")
        // Bob bought long ago, and once within the last three months.
        .line("bob", "b1", "pen", "sale", "1", "3.00", "2022-01-15T12:00:00", "Office")
        .line("bob", "b2", "mug", "sale", "3", "10.00", "2023-04-01T00:00:00", "Kitchen")
        // Only returns in any window.
        .line("cid", "c1", "pen", "return", "-1", "-2.50", "2023-05-05T12:00:00", "Office")
        // Only after the end.
        .line("dan", "d1", "pen", "sale", "1", "2.50", "2023-08-01T12:00:00", "Office")
        // Only before the last three months.
        .line("eve", "e1", "pen", "sale", "4", "10.00", "2023-03-31T23:59:59", "Office")
        .line("eve", "e2", "pen", "return", "-4", "-10.00", "2023-04-03T12:00:00", "Office")
        // Anonymous.
        .line(null, "n1", "pen", "sale", "1", "2.50", "2023-05-05T12:00:00", "Office");
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void countsEverythingBeforeTheEndAndNothingAfterIt() {
    lake.segment(SegmentSettings.defaults(), END);

    assertThat(lake.rows("segments.customer_features"))
        .containsExactlyInAnyOrder(
            features("ann", "1970-01-01", "56.0000", "37.4000", "14.0000", "18.6667", "18.000")
                .counts(3, 2, "3.1111", 1, 61, 0.277778, 3),
            features("bob", "1970-01-01", "13.0000", "13.0000", "6.5000", "6.5000", "4.000")
                .counts(2, 2, "3.2500", 91, 532, 0.0, 2),
            features("eve", "1970-01-01", "10.0000", "0.0000", "10.0000", "10.0000", "4.000")
                .counts(1, 1, "2.5000", 92, 92, 1.0, 1));
    assertThat(lake.rows("segments.customer_category_share"))
        .extracting(row -> row.get("customer_id") + " " + row.get("category"))
        .containsExactlyInAnyOrder(
            "ann Office", "ann Uncategorised", "bob Kitchen", "bob Office", "eve Office");
    assertThat(lake.rows("segments.customer_category_share"))
        .filteredOn(row -> row.get("category").equals("Uncategorised"))
        .extracting(row -> row.get("spend_share"))
        .containsExactly(0.132143);
  }

  @Test
  void computesManyWindowsAsItComputesEachByItself() {
    LocalDate from = LocalDate.of(2023, 5, 1);
    lake.segment(
        SegmentSettings.defaults()
            .withWindows(
                new WindowSettings(
                    Optional.of(Period.ofMonths(3)), Period.ofMonths(1), Optional.of(from), false)),
        END);
    List<Map<String, Object>> together = lake.rows("segments.customer_features");
    assertThat(together)
        .extracting(row -> row.get("window_end"))
        .contains(from, from.plusMonths(1), END);
    startsAWindowOnItsFirstDayAndMeasuresTenureOverAllHistory(of(together, END));

    try (TestLake other = new TestLake(directory.resolve("other"))) {
      other.add(sales());
      for (LocalDate end : List.of(from, END)) {
        other.segment(SegmentSettings.defaults().withWindows(ofMonths(3)), end);
        assertThat(of(other.rows("segments.customer_features"), end)).isEqualTo(of(together, end));
      }
    }
  }

  private static void startsAWindowOnItsFirstDayAndMeasuresTenureOverAllHistory(
      List<Map<String, Object>> rows) {
    assertThat(rows)
        .containsExactlyInAnyOrder(
            features("ann", "2023-04-01", "56.0000", "37.4000", "14.0000", "18.6667", "18.000")
                .counts(3, 2, "3.1111", 1, 61, 0.277778, 3),
            features("bob", "2023-04-01", "10.0000", "10.0000", "10.0000", "10.0000", "3.000")
                .counts(1, 1, "3.3333", 91, 532, 0.0, 1));
  }

  private static List<Map<String, Object>> of(List<Map<String, Object>> rows, LocalDate windowEnd) {
    return rows.stream().filter(row -> row.get("window_end").equals(windowEnd)).toList();
  }

  @Test
  void marksBulkBuyersByTheTypicalOrderAndWhoIsNotInThePopulation() {
    // Units per order: ann 18/3, bob 4/2, eve 4: their geometric mean is 3.63. Eve has one order.
    lake.segment(
        SegmentSettings.defaults().withPopulation(new PopulationSettings(2, List.of(), false, 1.6)),
        END);
    assertThat(lake.rows("segments.customer_features"))
        .extracting(
            row ->
                "%s %s %s"
                    .formatted(
                        row.get("customer_id"),
                        row.get("is_bulk_buyer"),
                        row.get("is_in_population")))
        .containsExactlyInAnyOrder("ann true false", "bob false true", "eve false false");
    assertThat(lake.rows("segments.customer_segment"))
        .extracting(row -> row.get("customer_id"))
        .containsExactly("bob");
  }

  private static WindowSettings ofMonths(int months) {
    return new WindowSettings(
        Optional.of(Period.ofMonths(months)), Period.ofMonths(1), Optional.empty(), false);
  }

  private static ExpectedFeatures features(
      String customer,
      String windowStart,
      String grossSpend,
      String netSpend,
      String averageSpend,
      String averageOrderValue,
      String totalQuantity) {
    ExpectedFeatures row = new ExpectedFeatures();
    row.put("segmentation", "default");
    row.put("window_start", LocalDate.parse(windowStart));
    row.put("window_end", END);
    row.put("customer_id", customer);
    row.put("gross_spend", new BigDecimal(grossSpend));
    row.put("net_spend", new BigDecimal(netSpend));
    row.put("average_spend", new BigDecimal(averageSpend));
    row.put("average_order_value", new BigDecimal(averageOrderValue));
    row.put("total_quantity", new BigDecimal(totalQuantity));
    row.put("is_bulk_buyer", false);
    row.put("is_in_population", true);
    return row;
  }

  /** A row of customer_features, written down in two halves. */
  private static final class ExpectedFeatures extends TreeMap<String, Object> {
    private static final long serialVersionUID = 1L;

    ExpectedFeatures counts(
        long orders,
        long shoppingDays,
        String spendPerItem,
        int recencyDays,
        int tenureDays,
        double returnRate,
        long distinctProducts) {
      put("orders", orders);
      put("shopping_days", shoppingDays);
      put("spend_per_item", new BigDecimal(spendPerItem));
      put("recency_days", recencyDays);
      put("tenure_days", tenureDays);
      put("return_rate", returnRate);
      put("distinct_products", distinctProducts);
      return this;
    }
  }
}
