package tributary.generate;

/** How often a customer orders: the share of customers, and their orders relative to the rare. */
enum Frequency {
  RARE(0.30, 1),
  REGULAR(0.50, 3),
  FREQUENT(0.20, 9);

  private final double share;
  private final int orders;

  Frequency(double share, int orders) {
    this.share = share;
    this.orders = orders;
  }

  /** Share of customers. */
  double share() {
    return share;
  }

  /** Orders in the time in which a rare customer orders once. */
  int orders() {
    return orders;
  }
}
