package tributary.generate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sees to it that every customer buys at least once, when there are orders enough: whoever has
 * bought nothing by a day drawn from the second half of the own time is next. Memory grows with the
 * customers.
 */
final class FirstPurchases {
  private final List<Customer> customers;

  /** The day in the upper half, the customer's number in the lower one, in the days' order. */
  private final long[] dueDays;

  private final BitSet buyers = new BitSet();
  private final PriorityQueue<Customer> overdue =
      new PriorityQueue<>(
          Comparator.comparingInt(Customer::lastDay).thenComparingInt(Customer::number));
  private int next;

  /**
   * @param customers by their numbers
   */
  FirstPurchases(List<Customer> customers, UniformRandomProvider random) {
    this.customers = customers;
    this.dueDays =
        customers.stream()
            .mapToLong(
                customer -> {
                  int middle = (customer.firstDay() + customer.lastDay()) / 2;
                  long day = random.nextInt(middle, customer.lastDay() + 1);
                  return day << Integer.SIZE | customer.number();
                })
            .toArray();
    Arrays.sort(dueDays);
  }

  /** Of those who should have bought by a day and may still do so, who has least time left. */
  Optional<Customer> overdueOn(int day) {
    while (next < dueDays.length && dueDays[next] >>> Integer.SIZE <= day) {
      overdue.add(customers.get((int) dueDays[next++]));
    }
    while (!overdue.isEmpty() && !isWaiting(overdue.peek(), day)) {
      overdue.remove();
    }
    return Optional.ofNullable(overdue.peek());
  }

  private boolean isWaiting(Customer customer, int day) {
    return !buyers.get(customer.number()) && customer.buysOn(day);
  }

  /** Remembers that a customer bought, by name. */
  void made(Customer customer) {
    buyers.set(customer.number());
  }
}
