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

  /** Fits a model to each window, however good the one before still is. */
  private static final SegmentSettings REFITTED = SegmentSettings.defaults().withKeepWithin(0);

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
  void segmentsAShopAgainAndAgain() {
    lake.add(Sales.ofFourKinds(80));
    WindowOutcome outcome = lake.segment(REFITTED, END).windows().get(0);
    findsTheKindsOfCustomersAndNamesThem(outcome);
    Map<String, List<Map<String, Object>>> first = everything();
    skipsAWindowOfTheSameFilesAndSettings();
    keepsSegmentationsApart(first);
    givesEqualRowsAgainAndKeepsIdsWhenNothingChanged(first);
    remembersFromWhichSegmentACustomerCameAndWhen();
  }

  private void findsTheKindsOfCustomersAndNamesThem(WindowOutcome outcome) {
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

  private void skipsAWindowOfTheSameFilesAndSettings() {
    List<Map<String, Object>> models = lake.rows("segments.trained_model");
    SegmentationOutcome again = lake.segment(REFITTED, END);
    assertThat(again.windows()).isEmpty();
    assertThat(again.skipped()).extracting(Window::end).containsExactly(END);
    assertThat(lake.rows("segments.trained_model")).isEqualTo(models);
    assertThat(lake.isUpToDate(REFITTED.withK(3), END)).as("other settings").isFalse();
  }

  private void keepsSegmentationsApart(Map<String, List<Map<String, Object>>> first) {
    lake.segment(REFITTED.withSegmentation("coarse").withK(2), END);
    assertThat(everything()).isEqualTo(first);
    assertThat(lake.rows("segments.segment_profile"))
        .filteredOn(row -> row.get("segmentation").equals("coarse"))
        .hasSize(2);
  }

  private void givesEqualRowsAgainAndKeepsIdsWhenNothingChanged(
      Map<String, List<Map<String, Object>>> first) {
    SegmentSettings again =
        REFITTED.withWindows(
            new WindowSettings(Optional.empty(), Period.ofMonths(1), Optional.empty(), true));
    List<Map<String, Object>> models = ofDefault("segments.trained_model");
    assertThat(lake.segment(again, END).windows()).hasSize(1);

    assertThat(ofDefault("segments.trained_model")).isNotEqualTo(models);
    assertThat(everything()).isEqualTo(first);
  }

  private void remembersFromWhichSegmentACustomerCameAndWhen() {
    lake.add(new Sales().sale("new", "n1", "7", "2024-02-01T10:00:00"));
    assertThat(lake.isUpToDate(REFITTED, END)).as("a sale after the end").isTrue();
    lake.add(new Sales().sale("late", "l1", "7", "2023-02-01T10:00:00"));
    assertThat(lake.isUpToDate(REFITTED, END)).as("a late sale").isFalse();
    Sales later = new Sales();
    for (int visit = 0; visit < 14; visit++) {
      String day = "2024-01-%02dT12:00:00".formatted(visit + 1);
      later.line("c00003", "n" + visit, "p1", "sale", "40", "800", day, null);
    }
    lake.add(later);
    lake.segment(SegmentSettings.defaults(), LocalDate.of(2024, 2, 1));

    List<Map<String, Object>> current = ofDefault("segments.customer_segment_current");
    assertThat(current)
        .hasSize(81)
        .allSatisfy(row -> assertThat(row).containsEntry("window_end", LocalDate.of(2024, 2, 1)))
        .filteredOn(row -> row.get("customer_id").equals("c00003"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("segment_name", "High Spenders")
                    .containsEntry("previous_segment_name", "Value Seekers")
                    .containsEntry("changed_at", LocalDateTime.parse("2024-02-01T00:00:00")));
    assertThat(current)
        .filteredOn(row -> row.get("customer_id").equals("c00000"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("previous_segment_name", null)
                    .containsEntry("changed_at", LocalDateTime.parse("2024-01-01T00:00:00")));
    assertThat(ofDefault("segments.customer_segment")).hasSize(80 + 81);
  }

  /** A month in which nobody bought, one of three customers, and one of twelve who are equal. */
  @Test
  void makesFewerSegmentsOrNoneWhereCustomersAreFewOrEqual() {
    LocalDate nobody = LocalDate.of(2023, 5, 1);
    LocalDate few = LocalDate.of(2023, 6, 1);
    LocalDate equal = LocalDate.of(2023, 7, 1);
    Sales sales =
        new Sales()
            .sale("ann", "a", "10", "2023-05-01T09:00:00")
            .sale("bob", "b", "500", "2023-05-01T09:00:00")
            .sale("cid", "c", "500", "2023-05-02T09:00:00");
    for (int i = 0; i < 12; i++) {
      sales.sale("c" + i, "t" + i, "10", "2023-06-01T09:00:00");
    }
    lake.add(sales);
    Period month = Period.ofMonths(1);
    List<WindowOutcome> outcomes =
        lake.segment(
                REFITTED.withWindows(
                    new WindowSettings(Optional.of(month), month, Optional.of(nobody), false)),
                equal)
            .windows();
    assertThat(outcomes).hasSize(3);

    assertThat(outcomes.get(0).segmentNames()).isEmpty();
    assertThat(outcomes.get(0).notes())
        .singleElement()
        .asString()
        .contains("no customer has a sale");
    assertThat(of(nobody, "segments.customer_segment")).isEmpty();
    assertThat(of(nobody, "segments.segment_profile")).isEmpty();
    assertThat(of(nobody, "segments.metric")).isNotEmpty();

    assertThat(outcomes.get(1).segmentNames()).hasSize(2);
    assertThat(outcomes.get(1).notes().get(0)).startsWith("2 instead of 4 segments");
    assertThat(outcomes.get(1).withinClusterSumOfSquares()).isCloseTo(0, within(1e-9));
    assertThat(of(few, "segments.customer_segment"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).containsEntry("is_provisional", true));

    assertThat(outcomes.get(2).segmentNames()).containsExactly("All Customers");
    assertThat(of(equal, "segments.customer_segment"))
        .hasSize(12)
        .allSatisfy(
            row -> assertThat(row).containsEntry("distance", 0.0).containsEntry("margin", null));
  }

  private List<Map<String, Object>> of(LocalDate windowEnd, String table) {
    return lake.rows(table).stream()
        .filter(row -> row.get("window_end").equals(windowEnd))
        .toList();
  }

  private List<Map<String, Object>> ofDefault(String table, String... without) {
    return lake.rows(table, without).stream()
        .filter(row -> row.get("segmentation").equals("default"))
        .toList();
  }

  /** The default segmentation's rows of all tables. */
  private Map<String, List<Map<String, Object>>> everything() {
    Map<String, List<Map<String, Object>>> rows = new HashMap<>();
    for (String table : Segmentation.TABLES) {
      rows.put(table, ofDefault(table, "run_id", "model_id"));
    }
    return rows;
  }
}
