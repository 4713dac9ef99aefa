package tributary.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Rings up the sales and returns of a day, in the order of time. Memory grows with one day. */
final class Till {
  private static final double[] ORDER_SIZES = {0.30, 0.28, 0.20, 0.13, 0.09};

  /** From midnight on; the shop is open from 8 to 22 o'clock. */
  private static final double[] HOURS = {
    0, 0, 0, 0, 0, 0, 0, 0, 3, 5, 7, 8, 9, 8, 6, 6, 7, 9, 10, 9, 7, 4, 0, 0
  };

  private static final double SHARE_ANONYMOUS = 0.01;
  private static final double SHARE_RETURNED = 0.0205;
  private static final int LATEST_RETURN_DAYS = 30;
  private static final int SECONDS_PER_HOUR = 3_600;

  private final UniformRandomProvider random;
  private final LocalDate firstDay;
  private final Draw<Customer> customers;
  private final FirstPurchases firstPurchases;
  private final Shopper shopper;
  private final int mostItems;
  private final PendingReturns returns;
  private final RowWriter<SaleLine> lines;
  private final SharedStateDiscreteSampler orderSizes;
  private final SharedStateDiscreteSampler hours;
  private long lastTransaction;
  private long returnLines;

  Till(
      RetailerSettings settings,
      Catalogue catalogue,
      Population population,
      int days,
      RowWriter<SaleLine> lines) {
    this.random = Randomness.SALES.stream(settings.seed());
    this.firstDay = settings.firstDay();
    this.customers = population.byActivity(random);
    this.firstPurchases =
        new FirstPurchases(
            population.customers(), Randomness.FIRST_PURCHASES.stream(settings.seed()));
    this.shopper = new Shopper(catalogue, settings.customers(), random);
    this.mostItems = catalogue.products().size();
    this.returns = new PendingReturns(days);
    this.lines = lines;
    this.orderSizes = AliasMethodDiscreteSampler.of(random, ORDER_SIZES);
    this.hours = AliasMethodDiscreteSampler.of(random, HOURS);
  }

  /** Writes exactly {@code size} lines. */
  void ringUp(int day, int size) throws IOException {
    List<SaleLine> comingBack = returns.take(day, size);
    int[] orders = orderSizes(size - comingBack.size());
    LocalDateTime midnight = firstDay.plusDays(day).atStartOfDay();
    for (long event : events(orders.length + comingBack.size())) {
      int number = (int) event;
      LocalDateTime moment = midnight.plusSeconds(event >>> Integer.SIZE);
      if (number < orders.length) {
        sell(day, moment, orders[number]);
      } else {
        takeBack(comingBack.get(number - orders.length), moment);
      }
    }
  }

  /** How many returns were written so far. */
  long returnLines() {
    return returnLines;
  }

  private int[] orderSizes(int sum) {
    int[] sizes = new int[sum];
    int orders = 0;
    for (int left = sum; left > 0; left -= sizes[orders++]) {
      sizes[orders] = Math.min(Math.min(left, mostItems), 1 + orderSizes.sample());
    }
    return Arrays.copyOf(sizes, orders);
  }

  /** For each event of a day its second, in the upper half, and its number, in time's order. */
  private long[] events(int size) {
    long[] events = new long[size];
    for (int number = 0; number < size; number++) {
      long second = hours.sample() * SECONDS_PER_HOUR + random.nextInt(SECONDS_PER_HOUR);
      events[number] = second << Integer.SIZE | number;
    }
    Arrays.sort(events);
    return events;
  }

  private void sell(int day, LocalDateTime moment, int size) throws IOException {
    Optional<Customer> overdue = firstPurchases.overdueOn(day);
    Customer customer = overdue.orElseGet(() -> customerOn(day));
    boolean isAnonymous = random.nextDouble() < SHARE_ANONYMOUS && overdue.isEmpty();
    if (!isAnonymous) {
      firstPurchases.made(customer);
    }
    String id = Identifier.ofTransaction(++lastTransaction);
    for (BasketItem item : shopper.fillBasket(customer, size)) {
      SaleLine line =
          new SaleLine(
              id,
              customer,
              isAnonymous,
              item.product(),
              item.quantity(),
              item.unitPrice(),
              moment,
              null);
      lines.write(line);
      if (random.nextDouble() < SHARE_RETURNED) {
        returns.add(line, day + 1 + random.nextInt(LATEST_RETURN_DAYS));
      }
    }
  }

  /** Customers who haven't started or have left are drawn again. */
  private Customer customerOn(int day) {
    Customer customer = customers.next();
    while (!customer.buysOn(day)) {
      customer = customers.next();
    }
    return customer;
  }

  private void takeBack(SaleLine purchase, LocalDateTime moment) throws IOException {
    int pieces = 1 + random.nextInt(purchase.quantity());
    lines.write(purchase.returned(Identifier.ofTransaction(++lastTransaction), pieces, moment));
    returnLines++;
  }
}
