package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.ForeignLocale;
import tributary.lake.TableContract;
import tributary.lake.TableName;
import tributary.script.Condition;
import tributary.script.SqlLibrary;

@ExtendWith(ForeignLocale.class)
class ComparisonPlanTest {
  private static final SqlLibrary LIBRARY = SqlLibrary.bundled();
  private static final TableContract SALES =
      Contracts.load(LIBRARY).of(TableName.of("curated.sales"));

  @ParameterizedTest
  @MethodSource
  void queriesWhatSoManyRowsCanSaySomethingOf(long delivered, long before, List<String> tooFew) {
    ComparisonPlan plan = new ComparisonPlan(LIBRARY);
    plan.add(SALES, compared(OptionalLong.of(delivered)), before);

    assertThat(plan.tooFew())
        .extracting(few -> few.comparing().comparison().name())
        .containsExactlyElementsOf(tooFew);
    assertThat(plan.comparisons()).hasSize(10 - tooFew.size());
  }

  static List<Arguments> queriesWhatSoManyRowsCanSaySomethingOf() {
    return List.of(
        Arguments.of(100, 100, List.of()),
        Arguments.of(100, 99, List.of("anonymous_week")),
        Arguments.of(99, 101, List.of("strange_prices", "anonymous_sales")),
        Arguments.of(30, 30, List.of("strange_prices", "anonymous_sales", "anonymous_week")),
        Arguments.of(
            29,
            1000,
            List.of(
                "kind_drift",
                "unit_price_drift",
                "quantity_drift",
                "strange_prices",
                "anonymous_sales")),
        Arguments.of(
            19,
            40,
            List.of(
                "kind_drift",
                "unit_price_drift",
                "quantity_drift",
                "price_ratio",
                "strange_prices",
                "largest_customer",
                "anonymous_sales",
                "anonymous_week",
                "returning_customers",
                "repeated_sales")));
  }

  @Test
  void queriesAllWhereRowsWereNotCounted() {
    ComparisonPlan plan = new ComparisonPlan(LIBRARY);
    plan.add(SALES, compared(OptionalLong.empty()), 1);

    assertThat(plan.tooFew()).isEmpty();
    assertThat(plan.comparisons()).hasSize(10);
  }

  private static Compared compared(OptionalLong rows) {
    LocalDate day = LocalDate.of(2024, 1, 6);
    return new Compared(Condition.ALL, Condition.ALL, Optional.of(new Span(day, day)), rows);
  }
}
