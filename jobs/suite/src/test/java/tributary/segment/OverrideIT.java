package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.SegmentSettings;

/** What people decide, and what becomes of it. */
class OverrideIT {
  private static final LocalDate END = LocalDate.of(2024, 1, 1);
  private static final LocalDateTime MORNING = LocalDateTime.parse("2024-01-02T09:00:00");

  @TempDir Path directory;
  private TestLake lake;
  private final List<Map<String, Object>> decisions = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private int decided;

  @BeforeEach
  void segmentCustomersOfFourKinds() {
    lake = new TestLake(directory);
    lake.add(Sales.ofFourKinds(40));
    segment();
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void appliesWhatPeopleDecideAndSaysWhyNot() {
    saysWhyADecisionIsNotApplied();
    appliesWhatPeopleDecideInEveryTableAndKeepsTheModelsOpinion();
    computesNothingAnewForDecisionsOnOtherSegmentations();
    takesANewNameForNoChange();
  }

  private void saysWhyADecisionIsNotApplied() {
    String high = id("High Spenders");
    String value = id("Value Seekers");
    decide("shop", "s1", "exclude", null);
    decide(null, "s2", "exclude", null);
    decide("customer", "c00011", "promote", null);
    decide("customer", "c00012", null, null);
    decide("customer", "c00013", "rename", "Ann");
    decide("segment", high, "move", value);
    decide("customer", " ", "exclude", null);
    decide("customer", "c00014", "move", null);
    decide("customer", "nobody", "exclude", null);
    decide("segment", "seg_gone", "exclude", null);
    decide("customer", "c00015", "move", "seg_gone");
    decide("segment", high, "rename", "(none)");
    decide("segment", value, "rename", "high spenders");
    last("customer", "c00016", "exclude").put("reason", "");
    last("customer", "c00017", "exclude").put("decided_by", null);
    last("customer", "c00018", "exclude").put("decided_at", null);
    last("customer", "c00019", "exclude").put("valid_until", END.minusDays(1));
    // For recommendations: no segmentation has a say in it.
    decide("product", "p1", "exclude", null);
    List<Map<String, Object>> before = lake.rows("segments.customer_segment", "model_id");
    segment();

    assertOutcomes(
        "s1: unknown target_kind: expected customer, segment or product",
        "s2: missing target_kind",
        "c00011: unknown action_kind: expected exclude, move or rename",
        "c00012: missing action_kind",
        "c00013: a customer cannot be renamed, only a segment",
        high + ": a segment cannot be moved, only a customer",
        "null: missing target_id",
        "c00014: missing new_value",
        "nobody: unknown customer: none of this id is segmented in this window",
        "seg_gone: no such segment in this window",
        "c00015: no such segment to move to in this window",
        high + ": the name (none) stands for having no segment",
        value + ": the name is already another segment's",
        "c00016: no reason given",
        "c00017: missing decided_by",
        "c00018: missing decided_at",
        "c00019: expired: valid until 2023-12-31");
    assertThat(lake.rows("segments.override_outcome"))
        .allSatisfy(row -> assertThat(row).containsEntry("is_applied", false));
    assertThat(lake.rows("segments.customer_segment", "model_id")).isEqualTo(before);
  }

  private void appliesWhatPeopleDecideInEveryTableAndKeepsTheModelsOpinion() {
    String high = id("High Spenders");
    String value = id("Value Seekers");
    String frequent = id("Frequent Shoppers");
    String occasional = id("Occasional Buyers");
    decide("customer", "c00003", "move", high);
    decide("customer", "c00003", "exclude", null);
    decide("segment", value, "rename", "Bargain Hunters");
    decide("customer", "c00001", "exclude", null);
    // An equal row counts once, one of another segmentation never.
    decisions.add(new HashMap<>(decisions.get(3)));
    last("customer", "c00005", "exclude").put("segmentation", "coarse");
    decide("segment", occasional, "exclude", null);
    // The latest decision on a customer, and the first to use a name.
    decide("customer", "c00025", "move", high);
    decide("customer", "c00025", "move", value);
    decide("customer", "c00025", "move", "seg_gone");
    decide("customer", "c00029", "exclude", null);
    last("customer", "c00029", "exclude").put("valid_until", END.minusDays(1));
    last("customer", "c00033", "exclude").put("valid_until", END);
    decide("segment", high, "rename", "Friends");
    decide("segment", frequent, "rename", "Friends");
    assertThat(segment().windows()).hasSize(1);

    assertOutcomes(
        "c00003: applied to 1 customer",
        "c00003: applied to 1 customer",
        value + ": applied to 10 customers",
        "c00001: applied to 1 customer",
        occasional + ": applied to 10 customers",
        "c00025: replaced by a later decision",
        "c00025: applied to 1 customer",
        "c00025: no such segment to move to in this window",
        "c00029: replaced by a later decision",
        "c00029: expired: valid until 2023-12-31",
        "c00033: applied to 1 customer",
        high + ": applied to 11 customers",
        frequent + ": the name is already another segment's");
    assertThat(lake.rows("segments.override_outcome"))
        .filteredOn(row -> Boolean.TRUE.equals(row.get("is_applied")))
        .hasSize(8)
        .allSatisfy(row -> assertThat(row.get("outcome").toString()).startsWith("applied to "));
    assertThat(id("Friends")).isEqualTo(high);
    assertThat(id("Frequent Shoppers")).isEqualTo(frequent);
    customersAreWhereTheyWereMoved(high, value);
    everyTableHasTheNewName(value);
  }

  private void customersAreWhereTheyWereMoved(String high, String value) {
    assertThat(customer("c00003"))
        .containsEntry("segment_id", high)
        .containsEntry("segment_name", "Friends")
        .containsEntry("model_segment_id", value)
        .containsEntry("model_segment_name", "Value Seekers")
        .containsEntry("is_excluded", true);
    assertThat(customer("c00007"))
        .containsEntry("segment_id", value)
        .containsEntry("segment_name", "Bargain Hunters")
        .containsEntry("model_segment_name", "Value Seekers");
    assertThat(customer("c00025"))
        .containsEntry("segment_id", value)
        .containsEntry("model_segment_name", "Frequent Shoppers");
    for (String excluded : List.of("c00001", "c00002", "c00033")) {
      assertThat(customer(excluded)).as(excluded).containsEntry("is_excluded", true);
    }
    for (String kept : List.of("c00005", "c00009", "c00029")) {
      assertThat(customer(kept)).as(kept).containsEntry("is_excluded", false);
    }
    assertThat(profile("Friends")).containsEntry("customers", 11L);
    assertThat(profile("Frequent Shoppers")).containsEntry("customers", 9L);
    assertThat(profile("Bargain Hunters"))
        .containsEntry("customers", 10L)
        .hasEntrySatisfying(
            "suggested_action", action -> assertThat(action.toString()).startsWith("Offer value"));
  }

  private void everyTableHasTheNewName(String value) {
    for (String table : List.of("segment_feature", "segment_product", "customer_segment_current")) {
      assertThat(lake.rows("segments." + table))
          .filteredOn(row -> row.get("segment_id").equals(value))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row).containsEntry("segment_name", "Bargain Hunters"));
    }
    assertThat(lake.rows("segments.customer_segment_current"))
        .filteredOn(row -> row.get("customer_id").equals("c00003"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("segment_name", "Friends")
                    .containsEntry("model_segment_name", "Value Seekers")
                    .containsEntry("is_excluded", true));
  }

  private void computesNothingAnewForDecisionsOnOtherSegmentations() {
    assertThat(lake.isUpToDate(SegmentSettings.defaults(), END)).as("nothing new").isTrue();
    last("customer", "c00009", "exclude").put("segmentation", "coarse");
    assertThat(segment().windows()).as("nothing new was decided here").isEmpty();
  }

  private void takesANewNameForNoChange() {
    decide("segment", id("Occasional Buyers"), "rename", "Rare Guests");
    lake.add("segments.override", decisions);
    lake.segment(SegmentSettings.defaults(), LocalDate.of(2024, 2, 1));
    assertThat(lake.rows("segments.customer_segment_current"))
        .filteredOn(row -> row.get("segment_name").equals("Rare Guests"))
        .hasSize(10)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("previous_segment_name", null)
                    .containsEntry("changed_at", END.atStartOfDay()));
  }

  /** Adds a decision an hour after the one before, to be written before the next segmentation. */
  private void decide(String targetKind, String targetId, String actionKind, String newValue) {
    Map<String, Object> row = new HashMap<>();
    row.put("segmentation", "default");
    row.put("target_kind", targetKind);
    row.put("target_id", targetId);
    row.put("action_kind", actionKind);
    row.put("new_value", newValue);
    row.put("decided_by", "Ann");
    row.put("reason", "She knows them");
    row.put("decided_at", MORNING.plusHours(decided));
    decided++;
    decisions.add(row);
  }

  private Map<String, Object> last(String targetKind, String targetId, String actionKind) {
    decide(targetKind, targetId, actionKind, null);
    return decisions.get(decisions.size() - 1);
  }

  private SegmentationOutcome segment() {
    lake.add("segments.override", decisions);
    decisions.clear();
    return lake.segment(SegmentSettings.defaults(), END);
  }

  private Map<String, Object> profile(String name) {
    return only("segments.segment_profile", "segment_name", name);
  }

  private String id(String segmentName) {
    return profile(segmentName).get("segment_id").toString();
  }

  private Map<String, Object> customer(String id) {
    return only("segments.customer_segment", "customer_id", id);
  }

  private Map<String, Object> only(String table, String column, String text) {
    List<Map<String, Object>> rows =
        lake.rows(table).stream().filter(row -> row.get(column).equals(text)).toList();
    assertThat(rows).as("%s with %s %s", table, column, text).hasSize(1);
    return rows.get(0);
  }

  /** Those of the decisions so far are these and the earlier ones. */
  private void assertOutcomes(String... latest) {
    outcomes.addAll(List.of(latest));
    assertThat(lake.rows("segments.override_outcome"))
        .extracting(row -> row.get("target_id") + ": " + row.get("outcome"))
        .containsExactlyInAnyOrderElementsOf(outcomes);
  }
}
