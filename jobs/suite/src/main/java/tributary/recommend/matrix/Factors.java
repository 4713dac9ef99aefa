package tributary.recommend.matrix;

/**
 * A vector for each of some rows, such as a product's latent factors; flat: row r's stands at r *
 * rank.
 *
 * @param count how many rows
 * @param rank the vectors' length
 * @param values count * rank numbers
 */
public record Factors(int count, int rank, double[] values) {
  public Factors {
    if (values.length != count * rank) {
      throw new IllegalArgumentException(
          "Invalid factors: %s values for %s x %s".formatted(values.length, count, rank));
    }
  }

  /** All zero. */
  public static Factors zero(int count, int rank) {
    return new Factors(count, rank, new double[Math.multiplyExact(count, rank)]);
  }

  /** The inner product of one of these vectors and one of others of the same rank. */
  public double dot(int row, Factors other, int otherRow) {
    return dot(values, row * rank, other.values, otherRow * rank, rank);
  }

  /** A vector's length. */
  public double length(int row) {
    return Math.sqrt(dot(values, row * rank, values, row * rank, rank));
  }

  /** The inner product of two stretches; four sums, so that they need not wait for each other. */
  public static double dot(double[] one, int from, double[] other, int otherFrom, int length) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      sum0 += one[from + i] * other[otherFrom + i];
      sum1 += one[from + i + 1] * other[otherFrom + i + 1];
      sum2 += one[from + i + 2] * other[otherFrom + i + 2];
      sum3 += one[from + i + 3] * other[otherFrom + i + 3];
    }
    for (; i < length; i++) {
      sum0 += one[from + i] * other[otherFrom + i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
