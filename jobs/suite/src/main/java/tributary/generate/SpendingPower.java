package tributary.generate;

/**
 * How much a customer puts into a basket: the share of customers, and how often a line has one,
 * two, three ... pieces.
 */
enum SpendingPower {
  LOW(0.20, 0.80, 0.20),
  MEDIUM(0.60, 0.50, 0.30, 0.20),
  HIGH(0.20, 0.25, 0.25, 0.20, 0.15, 0.15);

  private final double share;
  private final double[] quantityShares;

  SpendingPower(double share, double... quantityShares) {
    this.share = share;
    this.quantityShares = quantityShares;
  }

  /** Share of customers. */
  double share() {
    return share;
  }

  /** Probabilities of one piece, two pieces and so on. */
  double[] quantityShares() {
    return quantityShares.clone();
  }

  /** Mean number of pieces of a line. */
  double meanQuantity() {
    double mean = 0;
    for (int pieces = 1; pieces <= quantityShares.length; pieces++) {
      mean += pieces * quantityShares[pieces - 1];
    }
    return mean;
  }

  /** -1, 0 or 1. */
  int level() {
    return ordinal() - MEDIUM.ordinal();
  }
}
