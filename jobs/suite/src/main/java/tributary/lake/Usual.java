package tributary.lake;

/**
 * That what earlier deliveries did widens the range which a comparison expects. Earlier deliveries
 * are all earlier rows, by spans of as many days as the rows that are judged.
 *
 * @param spreads how many spreads of the earlier figures, from their median, are usual
 * @param days the least days that are judged together: a shorter delivery with the days before it
 */
public record Usual(double spreads, int days) {
  public Usual {
    if (!(spreads > 0) || days < 1) {
      throw new IllegalArgumentException(
          "Invalid usual range: %s spreads, %s days".formatted(spreads, days));
    }
  }
}
