package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.SegmentSettings;
import tributary.config.WindowSettings;

/** What windows say of each other, over three months of big and small buyers. */
class MigrationIT {
  private static final LocalDate FIRST = LocalDate.of(2023, 2, 1);
  private static final LocalDate SECOND = LocalDate.of(2023, 3, 1);
  private static final LocalDate THIRD = LocalDate.of(2023, 4, 1);
  private static final String NONE = "(none)";

  @TempDir Path directory;
  private TestLake lake;

  @BeforeEach
  void addThreeMonths() {
    lake = new TestLake(directory);
    Sales sales = new Sales();
    for (int i = 0; i < 20; i++) {
      buysMuch(sales, "big%02d".formatted(i), 1);
      buysLittle(sales, "small%02d".formatted(i), 1, 1);
    }
    for (int i = 0; i < 18; i++) {
      String big = "big%02d".formatted(i);
      String small = "small%02d".formatted(i);
      if (i < 15) {
        buysMuch(sales, big, 2);
      } else {
        buysLittle(sales, big, 2, 1);
      }
      if (i < 16) {
        buysLittle(sales, small, 2, i < 5 ? 3 : 1);
      } else {
        buysMuch(sales, small, 2);
      }
    }
    for (int i = 0; i < 10; i++) {
      buysMuch(sales, "big%02d".formatted(i), 3);
      buysLittle(sales, "small%02d".formatted(i), 3, 1);
      buysLittle(sales, "new%02d".formatted(i), 3, 1);
    }
    lake.add(sales);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void countsWhoCameStayedAndLeftAndWhoseEarlySegmentStood() {
    segment(FIRST, THIRD);
    countsEarlyCustomersWhoseSegmentStood();

    assertThat(movement(SECOND, "big00", "big00"))
        .containsEntry("customers", 15L)
        .containsEntry("share_of_from", 0.75)
        .containsEntry("is_leakage", false)
        .containsEntry("leaked_customers", 0L)
        .containsEntry("leaked_revenue", new BigDecimal("0.0000"));
    assertThat(movement(SECOND, "big00", "big15"))
        .containsEntry("previous_window_end", FIRST)
        .containsEntry("customers", 3L)
        .containsEntry("share_of_from", 0.15)
        .containsEntry("is_leakage", true)
        .containsEntry("leaked_customers", 3L)
        .containsEntry("leaked_revenue", new BigDecimal("12384.0000"));
    assertThat(movement(SECOND, "big00", NONE))
        .containsEntry("customers", 2L)
        .containsEntry("to_segment_name", NONE)
        .containsEntry("is_leakage", true)
        .containsEntry("leaked_revenue", new BigDecimal("8296.0000"));
    assertThat(movement(SECOND, "small00", "small16"))
        .containsEntry("customers", 2L)
        .containsEntry("is_leakage", false);
    assertThat(movement(SECOND, "small00", NONE))
        .containsEntry("customers", 2L)
        .containsEntry("is_leakage", false)
        .containsEntry("leaked_customers", 0L);
    assertThat(movement(THIRD, NONE, "new00"))
        .containsEntry("customers", 10L)
        .containsEntry("from_segment_name", NONE)
        .containsEntry("share_of_from", 1.0);
    assertThat(lake.rows("segments.segment_migration"))
        .extracting(row -> row.get("window_end"))
        .containsOnly(SECOND, THIRD);
    assertThat(counted()).isEqualTo(recounted());
  }

  @Test
  void comparesALaterWindowAgainWhenOneComesBetween() {
    segment(FIRST, THIRD, 2);
    assertThat(lake.rows("segments.segment_migration"))
        .allSatisfy(row -> assertThat(row).containsEntry("previous_window_end", FIRST));
    segment(SECOND, SECOND);

    assertThat(lake.rows("segments.segment_migration"))
        .filteredOn(row -> row.get("window_end").equals(THIRD))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("previous_window_end", SECOND));
    assertThat(counted()).isEqualTo(recounted());
    assertThat(agreement()).isEqualTo(recountedAgreement());
  }

  private void countsEarlyCustomersWhoseSegmentStood() {
    List<Map<String, Object>> rows =
        lake.rows("segments.provisional_agreement").stream()
            .filter(row -> row.get("window_end").equals(SECOND))
            .toList();
    assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("previous_window_end", FIRST));
    assertThat(rows.stream().mapToLong(row -> (Long) row.get("customers")).sum()).isEqualTo(7);
    assertThat(rows.stream().mapToLong(row -> (Long) row.get("agreeing_customers")).sum())
        .as("five go on as small buyers, two do not")
        .isEqualTo(5);
    assertThat(agreement()).isEqualTo(recountedAgreement());
  }

  private static void buysMuch(Sales sales, String customer, int month) {
    for (int visit = 1; visit <= 8; visit++) {
      sale(sales, customer, month, visit, "5" + customer.replaceAll("\\D", ""));
    }
  }

  private static void buysLittle(Sales sales, String customer, int month, int visits) {
    for (int visit = 1; visit <= visits; visit++) {
      sale(sales, customer, month, visit, "2." + customer.replaceAll("\\D", ""));
    }
  }

  private static void sale(Sales sales, String customer, int month, int visit, String amount) {
    String day = "2023-%02d-%02dT10:00:00".formatted(month, visit);
    sales.sale(customer, "%s-%d-%d".formatted(customer, month, visit), amount, day);
  }

  private void segment(LocalDate from, LocalDate end) {
    segment(from, end, 1);
  }

  /** Windows of one month each, so many months apart. */
  private void segment(LocalDate from, LocalDate end, int months) {
    WindowSettings windows =
        new WindowSettings(
            Optional.of(Period.ofMonths(1)), Period.ofMonths(months), Optional.of(from), false);
    lake.segment(SegmentSettings.defaults().withK(2).withWindows(windows), end);
  }

  /** The row of those who moved from one customer's segment to another's. */
  private Map<String, Object> movement(LocalDate end, String from, String to) {
    List<Map<String, Object>> rows =
        lake.rows("segments.segment_migration").stream()
            .filter(row -> row.get("window_end").equals(end))
            .filter(row -> row.get("from_segment_id").equals(segmentOf(from, end.minusMonths(1))))
            .filter(row -> row.get("to_segment_id").equals(segmentOf(to, end)))
            .toList();
    assertThat(rows).as("%s to %s", from, to).hasSize(1);
    return rows.get(0);
  }

  private Object segmentOf(String customer, LocalDate end) {
    return customer.equals(NONE) ? NONE : members(end).get(customer).get("segment_id");
  }

  private Map<String, Map<String, Object>> members(LocalDate end) {
    Map<String, Map<String, Object>> members = new TreeMap<>();
    lake.rows("segments.customer_segment").stream()
        .filter(row -> row.get("window_end").equals(end))
        .forEach(row -> members.put(row.get("customer_id").toString(), row));
    return members;
  }

  /** How many customers took each way, by the table. */
  private Map<String, Long> counted() {
    Map<String, Long> counts = new TreeMap<>();
    lake.rows("segments.segment_migration")
        .forEach(
            row ->
                counts.put(
                    "%s: %s > %s"
                        .formatted(
                            row.get("window_end"),
                            row.get("from_segment_id"),
                            row.get("to_segment_id")),
                    (Long) row.get("customers")));
    return counts;
  }

  /** The same by the segments of each customer. */
  private Map<String, Long> recounted() {
    Map<String, Long> counts = new TreeMap<>();
    for (LocalDate end : List.of(SECOND, THIRD)) {
      Map<String, Map<String, Object>> before = members(end.minusMonths(1));
      Map<String, Map<String, Object>> now = members(end);
      Map<String, Map<String, Object>> all = new HashMap<>(before);
      all.putAll(now);
      for (String customer : all.keySet()) {
        Object from = before.getOrDefault(customer, Map.of()).getOrDefault("segment_id", NONE);
        Object to = now.getOrDefault(customer, Map.of()).getOrDefault("segment_id", NONE);
        counts.merge("%s: %s > %s".formatted(end, from, to), 1L, Long::sum);
      }
    }
    return counts;
  }

  /** Customers and how many of them agree, by window and band, by the table. */
  private Map<String, List<Long>> agreement() {
    Map<String, List<Long>> counts = new TreeMap<>();
    lake.rows("segments.provisional_agreement")
        .forEach(
            row ->
                counts.put(
                    row.get("window_end") + " " + row.get("confidence_band"),
                    List.of((Long) row.get("customers"), (Long) row.get("agreeing_customers"))));
    return counts;
  }

  private Map<String, List<Long>> recountedAgreement() {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (LocalDate end : List.of(SECOND, THIRD)) {
      Map<String, Map<String, Object>> now = members(end);
      members(end.minusMonths(1))
          .forEach(
              (customer, row) -> {
                boolean isEarly = (Boolean) row.get("is_provisional");
                Map<String, Object> later = now.get(customer);
                if (isEarly && later != null && !(Boolean) later.get("is_provisional")) {
                  boolean agrees = row.get("segment_id").equals(later.get("segment_id"));
                  counts.merge(
                      end + " " + band((Double) row.get("confidence")),
                      List.of(1L, agrees ? 1L : 0L),
                      (one, other) ->
                          List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)));
                }
              });
    }
    return counts;
  }

  private static String band(double confidence) {
    int band = (int) Math.min(4, Math.floor(confidence * 5));
    return "0.%d-%s".formatted(2 * band, band == 4 ? "1.0" : "0." + 2 * (band + 1));
  }
}
