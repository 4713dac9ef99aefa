package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.SegmentSettings;
import tributary.config.WindowSettings;
import tributary.segment.SegmentationOutcome.WindowOutcome;

class SegmentationIT {
  private static final LocalDate END = LocalDate.of(2024, 1, 1);

  @TempDir Path directory;
  private TestLake lake;

  @BeforeEach
  void open() {
    lake = new TestLake(directory);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void findsTheKindsOfCustomersAndNamesThem() {
    lake.add(Sales.ofFourKinds(80));
    WindowOutcome outcome = lake.segment(SegmentSettings.defaults(), END).windows().get(0);

    assertThat(outcome.sampleCustomers()).isEqualTo(80);
    assertThat(outcome.notes()).isEmpty();
    Map<Object, Set<Object>> namesByKind = new HashMap<>();
    for (Map<String, Object> row : lake.rows("segments.customer_segment")) {
      int kind = Integer.parseInt(row.get("customer_id").toString().substring(1)) % 4;
      namesByKind.computeIfAbsent(kind, each -> new HashSet<>()).add(row.get("segment_name"));
    }
    assertThat(namesByKind)
        .containsEntry(0, Set.of("High Spenders"))
        .containsEntry(1, Set.of("Frequent Shoppers"))
        .containsEntry(2, Set.of("Occasional Buyers"))
        .containsEntry(3, Set.of("Value Seekers"));
    assertThat(lake.rows("segments.segment_profile"))
        .hasSize(4)
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("customers", 20L).containsEntry("customer_share", 0.25);
              assertThat(row.get("description").toString())
                  .startsWith("25.0 % of customers bring ");
            });
    assertThat(lake.workFiles()).isEmpty();
  }

  @Test
  void givesEqualRowsAgainAndKeepsIdsWhenNothingChanged() {
    lake.add(Sales.ofFourKinds(41));
    SegmentSettings refitted = SegmentSettings.defaults().withKeepWithin(0);
    lake.segment(refitted, END);
    Map<String, List<Map<String, Object>>> first = everything();
    SegmentSettings again =
        refitted.withWindows(
            new WindowSettings(Optional.empty(), Period.ofMonths(1), Optional.empty(), true));
    assertThat(lake.segment(again, END).windows()).hasSize(1);

    assertThat(everything()).isEqualTo(first);
  }

  @Test
  void skipsAWindowOfTheSameFilesAndSettings() {
    lake.add(Sales.ofFourKinds(40));
    lake.segment(SegmentSettings.defaults(), END);
    List<Map<String, Object>> models = lake.rows("segments.trained_model");
    SegmentationOutcome again = lake.segment(SegmentSettings.defaults(), END);
    assertThat(again.windows()).isEmpty();
    assertThat(again.skipped()).extracting(Window::end).containsExactly(END);
    assertThat(lake.rows("segments.trained_model")).isEqualTo(models);

    assertThat(lake.segment(SegmentSettings.defaults().withK(3), END).windows()).hasSize(1);
    lake.add(new Sales().sale("late", "l1", "7", "2023-02-01T10:00:00"));
    assertThat(lake.segment(SegmentSettings.defaults().withK(3), END).windows()).hasSize(1);
    lake.add(new Sales().sale("new", "n1", "7", "2024-02-01T10:00:00"));
    assertThat(lake.segment(SegmentSettings.defaults().withK(3), END).skipped()).hasSize(1);
  }

  @Test
  void keepsSegmentationsApart() {
    lake.add(Sales.ofFourKinds(40));
    lake.segment(SegmentSettings.defaults(), END);
    Map<String, List<Map<String, Object>>> first = everything();
    lake.segment(SegmentSettings.defaults().withSegmentation("coarse").withK(2), END);

    for (String table : Segmentation.TABLES) {
      assertThat(lake.rows(table, "run_id", "model_id"))
          .filteredOn(row -> row.get("segmentation").equals("default"))
          .isEqualTo(first.get(table));
    }
    assertThat(lake.rows("segments.segment_profile"))
        .filteredOn(row -> row.get("segmentation").equals("coarse"))
        .hasSize(2);
  }

  @Test
  void remembersFromWhichSegmentACustomerCameAndWhen() {
    lake.add(Sales.ofFourKinds(40));
    lake.segment(SegmentSettings.defaults(), END);
    Sales later = new Sales();
    for (int visit = 0; visit < 14; visit++) {
      String day = "2024-01-%02dT12:00:00".formatted(visit + 1);
      later.line("c00003", "n" + visit, "p1", "sale", "40", "800", day, null);
    }
    lake.add(later);
    lake.segment(SegmentSettings.defaults(), LocalDate.of(2024, 2, 1));

    assertThat(lake.rows("segments.customer_segment_current"))
        .hasSize(40)
        .allSatisfy(row -> assertThat(row).containsEntry("window_end", LocalDate.of(2024, 2, 1)))
        .filteredOn(row -> row.get("customer_id").equals("c00003"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("segment_name", "High Spenders")
                    .containsEntry("previous_segment_name", "Value Seekers")
                    .containsEntry("changed_at", LocalDateTime.parse("2024-02-01T00:00:00")));
    assertThat(lake.rows("segments.customer_segment_current"))
        .filteredOn(row -> row.get("customer_id").equals("c00000"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("previous_segment_name", null)
                    .containsEntry("changed_at", LocalDateTime.parse("2024-01-01T00:00:00")));
    assertThat(lake.rows("segments.customer_segment")).hasSize(80);
  }

  @Test
  void leavesEmptyTablesWhenNobodyBought() {
    WindowOutcome outcome = lake.segment(SegmentSettings.defaults(), END).windows().get(0);

    assertThat(outcome.segmentNames()).isEmpty();
    assertThat(outcome.notes()).singleElement().asString().contains("no customer has a sale");
    assertThat(lake.rows("segments.customer_segment")).isEmpty();
    assertThat(lake.rows("segments.segment_profile")).isEmpty();
    assertThat(lake.rows("segments.metric")).isNotEmpty();
  }

  @Test
  void makesFewerSegmentsWhenCustomersAreFewer() {
    lake.add(
        new Sales()
            .sale("ann", "a", "10", "2023-05-01T09:00:00")
            .sale("bob", "b", "500", "2023-05-01T09:00:00")
            .sale("cid", "c", "500", "2023-05-02T09:00:00"));
    WindowOutcome outcome = lake.segment(SegmentSettings.defaults(), END).windows().get(0);

    assertThat(outcome.segmentNames()).hasSize(2);
    assertThat(outcome.notes().get(0)).startsWith("2 instead of 4 segments");
    assertThat(outcome.withinClusterSumOfSquares()).isCloseTo(0, within(1e-9));
    assertThat(lake.rows("segments.customer_segment"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).containsEntry("is_provisional", true));
  }

  @Test
  void putsEverybodyIntoOneSegmentWhenAllAreEqual() {
    Sales sales = new Sales();
    for (int i = 0; i < 12; i++) {
      sales.sale("c" + i, "t" + i, "10", "2023-05-01T09:00:00");
    }
    lake.add(sales);
    WindowOutcome outcome = lake.segment(SegmentSettings.defaults(), END).windows().get(0);

    assertThat(outcome.segmentNames()).containsExactly("All Customers");
    assertThat(lake.rows("segments.customer_segment"))
        .hasSize(12)
        .allSatisfy(
            row -> assertThat(row).containsEntry("distance", 0.0).containsEntry("margin", null));
  }

  private Map<String, List<Map<String, Object>>> everything() {
    Map<String, List<Map<String, Object>>> rows = new HashMap<>();
    for (String table : Segmentation.TABLES) {
      rows.put(table, lake.rows(table, "run_id", "model_id"));
    }
    return rows;
  }
}
