package tributary.generate;

/** What a customer's traits let expect, so that income can follow it. */
final class ExpectedSpending {
  /** About the median of customers, in the unit of {@link #of}. */
  private static final double TYPICAL = 48_000;

  private ExpectedSpending() {}

  /** One for a typical customer, two for one who may be expected to spend twice as much. */
  static double relativeToTypical(Customer customer) {
    return of(customer) / TYPICAL;
  }

  /** Activity times mean pieces times mean price: proportional to spending per day. */
  private static double of(Customer customer) {
    double price = 0;
    for (int category = 0; category < customer.preferences().length; category++) {
      price += customer.preferences()[category] * meanPrice(Category.values()[category]);
    }
    return customer.activity() * customer.power().meanQuantity() * price;
  }

  /** A squared uniform number has a mean of one third. */
  private static double meanPrice(Category category) {
    int range = category.highestPriceCents() - category.lowestPriceCents();
    return (category.lowestPriceCents() + range / 3.0) / 100;
  }
}
