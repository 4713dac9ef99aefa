package tributary.lake;

/**
 * How many rows a measure needs to say anything of a delivery: of fewer its query gives no row of
 * the delivery, and need not run.
 *
 * @param delivered of the rows that are new
 * @param inAll of those and the table as it was
 */
public record Fewest(long delivered, long inAll) {
  /** Of a measure that may say something of any rows. */
  public static final Fewest NONE = new Fewest(0, 0);

  public Fewest {
    if (delivered < 0 || inAll < 0) {
      throw new IllegalArgumentException(
          "Invalid fewest rows: %s delivered, %s in all".formatted(delivered, inAll));
    }
  }
}
