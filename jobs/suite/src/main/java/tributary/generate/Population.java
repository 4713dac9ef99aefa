package tributary.generate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** All customers. Memory grows with them: about 200 bytes each. */
final class Population {
  private final List<Customer> customers;
  private final int days;

  private Population(List<Customer> customers, int days) {
    this.customers = customers;
    this.days = days;
  }

  static Population create(int size, Catalogue catalogue, int days, UniformRandomProvider random) {
    CustomerSampler sampler = new CustomerSampler(catalogue, days, random);
    List<Customer> customers = new ArrayList<>(size);
    for (int number = 0; number < size; number++) {
      customers.add(sampler.next());
    }
    return new Population(customers, days);
  }

  List<Customer> customers() {
    return customers;
  }

  /** For each day, the activity of the customers who may buy on it. */
  long[] activityByDay() {
    long[] changes = new long[days + 1];
    for (Customer customer : customers) {
      changes[customer.firstDay()] += customer.activity();
      changes[customer.lastDay() + 1] -= customer.activity();
    }
    long[] activity = new long[days];
    long current = 0;
    for (int day = 0; day < days; day++) {
      current += changes[day];
      activity[day] = current;
    }
    return activity;
  }

  /** Draws customers by their activity. */
  Draw<Customer> byActivity(UniformRandomProvider random) {
    return Draw.of(random, customers, Customer::activity);
  }
}
