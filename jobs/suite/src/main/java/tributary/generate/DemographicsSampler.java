package tributary.generate;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws demographics that go with spending: income follows it closely, education and age somewhat,
 * and children at home are fewer the more a customer spends.
 */
final class DemographicsSampler {
  private static final List<String> EDUCATION =
      List.of("Basic", "Secondary", "Bachelor", "Master", "Doctorate");

  private static final double TYPICAL_INCOME = 36_000;
  private static final int LOWEST_INCOME = 9_000;
  private static final int HIGHEST_INCOME = 250_000;
  private static final int YOUNGEST = 18;
  private static final int OLDEST = 88;
  private static final int MOST_CHILDREN = 4;
  private static final int LONGEST_MEMBERSHIP_DAYS = 1_500;

  private final UniformRandomProvider random;
  private final SharedStateContinuousSampler noise;
  private final LocalDate firstDay;

  DemographicsSampler(LocalDate firstDay, UniformRandomProvider random) {
    this.firstDay = firstDay;
    this.random = random;
    this.noise = ZigguratSampler.NormalizedGaussian.of(random);
  }

  Demographics of(Customer customer) {
    double affluence = affluence(customer);
    int age = between(YOUNGEST, OLDEST, 45 + 5 * affluence + 13 * noise.sample());
    boolean partner = random.nextDouble() < 0.55 + 0.1 * affluence + (age < 26 ? -0.3 : 0);
    return new Demographics(
        customer,
        age,
        random.nextDouble() < 0.52 ? "female" : "male",
        income(affluence),
        EDUCATION.get(between(0, EDUCATION.size() - 1, 2 + 0.6 * affluence + noise.sample())),
        partner,
        children(affluence, age, partner),
        since(customer));
  }

  /** Logarithmic: 0 for a typical customer, mostly between -2 and 2. */
  private static double affluence(Customer customer) {
    double spending = StrictMath.log(ExpectedSpending.relativeToTypical(customer));
    return 0.35 * customer.power().level() + 0.65 * spending;
  }

  /** Rounded to hundreds. */
  private int income(double affluence) {
    double income = TYPICAL_INCOME * StrictMath.exp(0.42 * affluence + 0.15 * noise.sample());
    return 100 * between(LOWEST_INCOME / 100, HIGHEST_INCOME / 100, income / 100);
  }

  private int children(double affluence, int age, boolean partner) {
    boolean isOfAge = age >= 24 && age <= 60;
    double expected = (isOfAge ? 1.1 : 0.1) + (partner ? 0.4 : -0.3) - 0.4 * affluence;
    return between(0, MOST_CHILDREN, expected + 0.8 * noise.sample());
  }

  /** Those who may buy from the first day joined at some time before it. */
  private LocalDate since(Customer customer) {
    int daysBefore = random.nextInt(1, LONGEST_MEMBERSHIP_DAYS);
    return customer.firstDay() == 0
        ? firstDay.minusDays(daysBefore)
        : firstDay.plusDays(customer.firstDay());
  }

  private static int between(int least, int most, double number) {
    return (int) Math.max(least, Math.min(most, Math.rint(number)));
  }
}
