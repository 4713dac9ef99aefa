package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tributary.config.PublishSettings;
import tributary.config.PublishSettings.Approval;
import tributary.config.Range;
import tributary.lake.Comparison;
import tributary.lake.Figure;
import tributary.lake.Severity;
import tributary.lake.TableName;
import tributary.publish.ComparisonPlan.Comparing;
import tributary.publish.Judge.Finding;

class JudgeTest {
  private static final TableName SALES = TableName.of("curated.sales");
  private static final Comparison PRICES =
      comparison("price_ratio", Comparison.Kind.MEASURE, "0.95..1.05");

  @Test
  void saysWhatWasExpectedWhatWasFoundAndWhatToDo() {
    AuditResult result = judge(PRICES, new Finding("40 products", 1.3, null));
    assertThat(result.blocks()).isTrue();
    assertThat(result.observed()).isEqualTo("1.300 (40 products)");
    assertThat(result.expected()).isEqualTo("0.95 to 1.05");
    assertThat(result.message())
        .isEqualTo(
            "price_ratio: expected that all is as before: 0.95 to 1.05; found 1.300 (40 products)."
                + " Look at it. If it is right as it is, run again with --accept"
                + " curated.sales.price_ratio");
  }

  @Test
  void passesWithinTheRangeAndWhereNothingCanBeCompared() {
    assertThat(judge(PRICES, new Finding("", 1.05, null)).passed()).isTrue();
    assertThat(judge(PRICES).passed()).isTrue();
    assertThat(judge(PRICES, new Finding(null, null, null)).observed())
        .isEqualTo("nothing to compare");
    Comparison rows = comparison("rows_kept", Comparison.Kind.ROWS, "0.95..");
    assertThat(judge(rows, new Finding("", 1.0, 29.0)).observed())
        .isEqualTo("too few rows: 1, before 29");
  }

  @Test
  void judgesRowsByTheirRatioAndDistributionsByTheirIndex() {
    Comparison rows = comparison("rows_kept", Comparison.Kind.ROWS, "0.95..");
    assertThat(judge(rows, new Finding("", 90.0, 100.0)).observed())
        .isEqualTo("0.900 (90 rows, before 100)");
    assertThat(judge(rows, new Finding("", 95.0, 100.0)).passed()).isTrue();
    Comparison drift = comparison("kind_drift", Comparison.Kind.DRIFT, "..0.25");
    AuditResult shifted =
        judge(drift, new Finding("sale", 500.0, 900.0), new Finding("return", 500.0, 100.0));
    assertThat(shifted.blocks()).isTrue();
    assertThat(shifted.observed()).endsWith(" (population stability index)");
  }

  @Test
  void theUserMovesALimitOrAcceptsWhatIsFound() {
    Finding found = new Finding("", 1.3, null);
    for (String name : List.of("price_ratio", "curated.sales.price_ratio")) {
      Judge moved =
          new Judge(
              new PublishSettings(
                  Approval.NONE, 1, Map.of(name, Range.parse("0.5..1.5")), Set.of()));
      assertThat(moved.judge(of(PRICES), List.of(found)).passed()).isTrue();
      Judge accepting = new Judge(new PublishSettings(Approval.NONE, 1, Map.of(), Set.of(name)));
      AuditResult accepted = accepting.judge(of(PRICES), List.of(found));
      assertThat(accepted.passed()).isFalse();
      assertThat(accepted.blocks()).isFalse();
    }
  }

  @Test
  void aFigureWarnsBeforeItBlocks() {
    Figure orders =
        new Figure(
            "one_sale",
            "orders are whole",
            "audits/one_sale.sql",
            Range.parse("..0.01"),
            Optional.of(Range.parse("..0.2")),
            "Look at it.",
            0);
    assertThat(judge(orders, Map.of(), 0.01).passed()).isTrue();
    assertThat(judge(orders, Map.of(), 0.2).passed()).isFalse();
    assertThat(judge(orders, Map.of(), 0.2).blocks()).isFalse();
    assertThat(judge(orders, Map.of(), 0.3).blocks()).isTrue();
    assertThat(judge(orders, Map.of("one_sale", Range.parse("..0.5")), 0.3).passed()).isTrue();
    assertThat(judge(orders, Map.of("one_sale", Range.parse("..0.5")), 0.6).blocks()).isTrue();
  }

  private static AuditResult judge(Figure figure, Map<String, Range> limits, double found) {
    return new Judge(new PublishSettings(Approval.NONE, 1, limits, Set.of()))
        .judge(SALES, figure, List.of(new Finding("", found, null)));
  }

  private static AuditResult judge(Comparison comparison, Finding... findings) {
    return new Judge(PublishSettings.defaults()).judge(of(comparison), List.of(findings));
  }

  private static Comparing of(Comparison comparison) {
    return new Comparing(-1, SALES, comparison, 1);
  }

  private static Comparison comparison(String name, Comparison.Kind kind, String expected) {
    return new Comparison(
        name,
        "all is as before",
        kind,
        "kind",
        Range.parse(expected),
        Severity.ERROR,
        "Look at it.");
  }
}
