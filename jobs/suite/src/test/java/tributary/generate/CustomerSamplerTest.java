package tributary.generate;

import static java.util.stream.Collectors.averagingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CustomerSamplerTest {
  private static final int SIZE = 40_000;

  /** Five standard errors of a share of one half. */
  private static final double TOLERANCE = 5 * 0.5 / Math.sqrt(SIZE);

  private final List<Customer> customers = Samples.customers(SIZE, 50, 21).toList();

  @Test
  void sharesSpendingPowerTwentySixtyTwenty() {
    assertThat(share(customer -> customer.power() == SpendingPower.LOW))
        .isCloseTo(0.20, within(TOLERANCE));
    assertThat(share(customer -> customer.power() == SpendingPower.MEDIUM))
        .isCloseTo(0.60, within(TOLERANCE));
    assertThat(share(customer -> customer.power() == SpendingPower.HIGH))
        .isCloseTo(0.20, within(TOLERANCE));
  }

  @Test
  void sharesFrequencyThirtyFiftyTwenty() {
    assertThat(share(customer -> customer.frequency() == Frequency.RARE))
        .isCloseTo(0.30, within(TOLERANCE));
    assertThat(share(customer -> customer.frequency() == Frequency.REGULAR))
        .isCloseTo(0.50, within(TOLERANCE));
    assertThat(share(customer -> customer.frequency() == Frequency.FREQUENT))
        .isCloseTo(0.20, within(TOLERANCE));
  }

  @Test
  void drawsSpendingPowerAndFrequencyIndependently() {
    assertThat(
            share(
                customer ->
                    customer.power() == SpendingPower.HIGH
                        && customer.frequency() == Frequency.FREQUENT))
        .isCloseTo(0.04, within(TOLERANCE));
  }

  @Test
  void drawsPreferencesFromADirichletDistribution() {
    double concentration = 0.9;
    double expectedVariance = 0.2 * 0.8 / (5 * concentration + 1);
    for (int category = 0; category < 5; category++) {
      int place = category;
      double[] shares =
          customers.stream().mapToDouble(customer -> customer.preferences()[place]).toArray();
      assertThat(Statistics.mean(shares)).isCloseTo(0.2, within(0.005));
      assertThat(Statistics.variance(shares)).isCloseTo(expectedVariance, within(0.001));
    }
    assertThat(customers)
        .allSatisfy(
            customer ->
                assertThat(Arrays.stream(customer.preferences()).sum()).isCloseTo(1, within(1e-9)));
  }

  @Test
  void makesFrequentCustomersNineTimesAsActiveAsRareOnes() {
    assertThat(meanActivity(Frequency.RARE)).isCloseTo(100, within(1.0));
    assertThat(meanActivity(Frequency.REGULAR)).isCloseTo(300, within(3.0));
    assertThat(meanActivity(Frequency.FREQUENT)).isCloseTo(900, within(9.0));
  }

  @Test
  void startsFourInTenCustomersDuringTheTime() {
    assertThat(share(customer -> customer.firstDay() == 0)).isCloseTo(0.6, within(0.013));
    assertThat(customers)
        .allMatch(customer -> customer.firstDay() < 0.8 * Samples.DAYS)
        .allMatch(customer -> customer.firstDay() <= customer.lastDay())
        .allMatch(customer -> customer.lastDay() < Samples.DAYS);
    assertThat(share(customer -> customer.lastDay() < Samples.DAYS - 1))
        .isCloseTo(0.12, within(TOLERANCE));
  }

  @Test
  void givesEveryCustomerAnIdentifierOfTheirOwn() {
    assertThat(customers.stream().map(Customer::id).distinct()).hasSize(SIZE);
    assertThat(customers.get(0).id()).isEqualTo("C00000001");
  }

  private double share(Predicate<Customer> condition) {
    return (double) customers.stream().filter(condition).count() / SIZE;
  }

  private double meanActivity(Frequency frequency) {
    return customers.stream()
        .filter(customer -> customer.frequency() == frequency)
        .collect(averagingDouble(Customer::activity));
  }
}
