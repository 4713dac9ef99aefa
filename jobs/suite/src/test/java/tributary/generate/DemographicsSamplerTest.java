package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DemographicsSamplerTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final List<String> EDUCATION =
      List.of("Basic", "Secondary", "Bachelor", "Master", "Doctorate");

  private final List<Demographics> demographics = demographics();

  @Test
  void staysWithinPossibleValues() {
    assertThat(demographics)
        .allMatch(row -> row.age() >= 18 && row.age() <= 88)
        .allMatch(row -> row.income() >= 9_000 && row.income() <= 250_000)
        .allMatch(row -> row.childrenAtHome() >= 0 && row.childrenAtHome() <= 4)
        .allMatch(row -> EDUCATION.contains(row.education()));
    assertThat(demographics).extracting(Demographics::gender).contains("female", "male");
    assertThat(demographics).extracting(Demographics::partner).contains(true, false);
    assertThat(demographics).extracting(Demographics::education).containsAll(EDUCATION);
    assertThat(demographics).extracting(Demographics::childrenAtHome).contains(0, 1, 2, 3, 4);
  }

  @Test
  void raisesIncomeMostWithSpendingPowerAndTheOthersSomewhat() {
    assertThat(correlation(Demographics::income)).isGreaterThan(0.4);
    assertThat(correlation(Demographics::age)).isBetween(0.05, 0.4);
    assertThat(correlation(row -> EDUCATION.indexOf(row.education()))).isBetween(0.1, 0.5);
    assertThat(correlation(row -> row.partner() ? 1 : 0)).isBetween(0.02, 0.4);
    assertThat(correlation(Demographics::childrenAtHome)).isBetween(-0.5, -0.1);
  }

  @Test
  void raisesIncomeCloselyWithExpectedSpending() {
    assertThat(
            Statistics.rankCorrelation(
                values(row -> ExpectedSpending.relativeToTypical(row.customer())),
                values(Demographics::income)))
        .isGreaterThan(0.8);
  }

  @Test
  void datesJoiningNoLaterThanTheFirstPossiblePurchase() {
    assertThat(demographics)
        .allMatch(
            row -> {
              LocalDate mayBuy = FIRST_DAY.plusDays(row.customer().firstDay());
              return row.customer().firstDay() == 0
                  ? row.customerSince().isBefore(mayBuy)
                  : row.customerSince().equals(mayBuy);
            });
  }

  private double correlation(ToDoubleFunction<Demographics> trait) {
    return Statistics.rankCorrelation(values(row -> row.customer().power().level()), values(trait));
  }

  private double[] values(ToDoubleFunction<Demographics> trait) {
    return demographics.stream().mapToDouble(trait).toArray();
  }

  private static List<Demographics> demographics() {
    DemographicsSampler sampler = new DemographicsSampler(FIRST_DAY, Samples.random(61));
    return Samples.customers(10_000, 50, 62).map(sampler::of).toList();
  }
}
