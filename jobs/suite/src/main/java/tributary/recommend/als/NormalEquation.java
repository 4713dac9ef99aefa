package tributary.recommend.als;

import java.util.Arrays;
import tributary.recommend.matrix.Factors;

/**
 * The equation (G + lambda I + sum of e x x') v = sum of (1 + e) x of one vector v, where x are the
 * vectors of its pairs and e what each pair's confidence is above 1. The matrix is kept as its
 * lower triangle, row by row.
 */
final class NormalEquation {
  /**
   * Pairs are added four at a time: each element of the matrix is then touched a quarter as often.
   */
  private static final int TOGETHER = 4;

  private final int rank;
  private final double[] matrix;
  private final double[] right;
  private final double[][] waiting;
  private final double[] excess = new double[TOGETHER];
  private int count;

  NormalEquation(int rank) {
    this.rank = rank;
    this.matrix = new double[rank * (rank + 1) / 2];
    this.right = new double[rank];
    this.waiting = new double[TOGETHER][rank];
  }

  /** Begins with the Gram matrix and the regularisation. */
  void begin(double[] gram, double regularization) {
    for (int row = 0, at = 0; row < rank; row++) {
      for (int column = 0; column <= row; column++, at++) {
        matrix[at] = gram[row * rank + column];
      }
      matrix[at - 1] += regularization;
    }
    Arrays.fill(right, 0);
  }

  /** Adds a pair; {@link #flush()} is needed before the equation is complete. */
  void add(Factors others, int row, double confidenceAboveOne) {
    System.arraycopy(others.values(), row * rank, waiting[count], 0, rank);
    excess[count++] = confidenceAboveOne;
    if (count == TOGETHER) {
      addWaiting();
    }
  }

  /** Adds what waits for others. */
  void flush() {
    if (count == 0) {
      return;
    }
    while (count < TOGETHER) {
      Arrays.fill(waiting[count], 0);
      excess[count++] = 0;
    }
    addWaiting();
  }

  private void addWaiting() {
    double[] a = waiting[0];
    double[] b = waiting[1];
    double[] c = waiting[2];
    double[] d = waiting[3];
    for (int row = 0, at = 0; row < rank; row++) {
      double ea = excess[0] * a[row];
      double eb = excess[1] * b[row];
      double ec = excess[2] * c[row];
      double ed = excess[3] * d[row];
      for (int column = 0; column <= row; column++, at++) {
        matrix[at] += (ea * a[column] + eb * b[column]) + (ec * c[column] + ed * d[column]);
      }
      right[row] += ((ea + a[row]) + (eb + b[row])) + ((ec + c[row]) + (ed + d[row]));
    }
    count = 0;
  }

  /**
   * Solves by Cholesky's decomposition, in place; the equation is used up.
   *
   * @throws ArithmeticException when the matrix is not positive definite
   */
  void solveInto(Factors vectors, int vector) {
    for (int row = 0; row < rank; row++) {
      int rowStart = row * (row + 1) / 2;
      for (int column = 0; column <= row; column++) {
        int columnStart = column * (column + 1) / 2;
        double rest =
            matrix[rowStart + column] - Factors.dot(matrix, rowStart, matrix, columnStart, column);
        if (column < row) {
          matrix[rowStart + column] = rest / matrix[columnStart + column];
        } else if (rest > 0) {
          matrix[rowStart + row] = Math.sqrt(rest);
        } else {
          throw new ArithmeticException("Cannot solve: the matrix is not positive definite");
        }
      }
    }
    for (int row = 0; row < rank; row++) {
      int start = row * (row + 1) / 2;
      right[row] = (right[row] - Factors.dot(matrix, start, right, 0, row)) / matrix[start + row];
    }
    double[] values = vectors.values();
    for (int row = rank - 1; row >= 0; row--) {
      double rest = right[row];
      for (int below = row + 1; below < rank; below++) {
        rest -= matrix[below * (below + 1) / 2 + row] * values[vector * rank + below];
      }
      values[vector * rank + row] = rest / matrix[row * (row + 1) / 2 + row];
    }
  }
}
