package tributary.generate;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;

/** Draws customers, one after the other. */
final class CustomerSampler {
  /** Below one, so that most customers favour one or two categories. */
  private static final double CONCENTRATION = 0.9;

  private static final double SHARE_OF_OLD_CUSTOMERS = 0.6;
  private static final double SHARE_LEAVING = 0.12;

  /** No customer starts in the last fifth of the time. */
  private static final double LATEST_START = 0.8;

  private final UniformRandomProvider random;
  private final Draw<SpendingPower> powers;
  private final Draw<Frequency> frequencies;
  private final Draw<Country> countries;
  private final int categories;
  private final int styles;
  private final int days;
  private int next;

  CustomerSampler(Catalogue catalogue, int days, UniformRandomProvider random) {
    this.random = random;
    this.powers = Draw.of(random, List.of(SpendingPower.values()), SpendingPower::share);
    this.frequencies = Draw.of(random, List.of(Frequency.values()), Frequency::share);
    this.countries = Draw.of(random, List.of(Country.values()), Country::share);
    this.categories = catalogue.categories().size();
    this.styles = catalogue.styles();
    this.days = days;
  }

  Customer next() {
    int number = next++;
    Frequency frequency = frequencies.next();
    boolean isOld = random.nextDouble() < SHARE_OF_OLD_CUSTOMERS;
    int firstDay = isOld ? 0 : random.nextInt((int) (days * LATEST_START));
    boolean isLeaving = random.nextDouble() < SHARE_LEAVING;
    int lastDay = isLeaving ? random.nextInt(firstDay, days) : days - 1;
    return new Customer(
        number,
        Identifier.ofCustomer(number + 1L),
        powers.next(),
        frequency,
        frequency.orders() * random.nextInt(70, 131),
        preferences(),
        random.nextInt(styles),
        countries.next(),
        firstDay,
        lastDay);
  }

  private double[] preferences() {
    if (categories == 1) {
      return new double[] {1};
    }
    return DirichletSampler.symmetric(random, categories, CONCENTRATION).sample();
  }
}
