package tributary.recommend.svdpp;

/**
 * How far expected ratings are from real ones.
 *
 * @param count of ratings
 * @param squares sum of squared errors
 * @param absolutes sum of absolute errors
 */
public record RatingErrors(long count, double squares, double absolutes) {
  /** Of no rating. */
  public static final RatingErrors NONE = new RatingErrors(0, 0, 0);

  /** With another rating's error. */
  public RatingErrors plus(double error) {
    return new RatingErrors(count + 1, squares + error * error, absolutes + Math.abs(error));
  }

  /** The root of the mean squared error; 0 of no rating. */
  public double rmse() {
    return Math.sqrt(squares / Math.max(1, count));
  }

  /** The mean absolute error; 0 of no rating. */
  public double mae() {
    return absolutes / Math.max(1, count);
  }
}
