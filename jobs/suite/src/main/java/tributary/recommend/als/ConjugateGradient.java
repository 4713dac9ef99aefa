package tributary.recommend.als;

import java.util.Arrays;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;

/**
 * A few steps of the conjugate gradient method towards a customer's vector (Takács, Pilászy and
 * Tikk 2011, "Applications of the conjugate gradient method for implicit feedback collaborative
 * filtering", RecSys): the matrix is never built, a product with it costs one pass over the
 * customer's items.
 */
final class ConjugateGradient {
  private final Factors items;
  private final double[] gram;
  private final ImplicitAlsParams params;
  private final int rank;
  private final double[] vector;
  private final double[] residual;
  private final double[] direction;
  private final double[] product;

  ConjugateGradient(Factors items, double[] gram, ImplicitAlsParams params) {
    this.items = items;
    this.gram = gram;
    this.params = params;
    this.rank = items.rank();
    this.vector = new double[rank];
    this.residual = new double[rank];
    this.direction = new double[rank];
    this.product = new double[rank];
  }

  /** Improves a customer's vector in place; that of one without interactions becomes zero. */
  void improve(SparseMatrix interactions, int customer, Factors customers) {
    int offset = customer * rank;
    if (interactions.size(customer) == 0) {
      Arrays.fill(customers.values(), offset, offset + rank, 0);
      return;
    }
    System.arraycopy(customers.values(), offset, vector, 0, rank);
    beginAt(interactions, customer);
    double length = Factors.dot(residual, 0, residual, 0, rank);
    for (int step = 0; step < params.conjugateSteps() && length > 1e-20; step++) {
      multiply(interactions, customer);
      double along = length / Factors.dot(direction, 0, product, 0, rank);
      for (int f = 0; f < rank; f++) {
        vector[f] += along * direction[f];
        residual[f] -= along * product[f];
      }
      double next = Factors.dot(residual, 0, residual, 0, rank);
      double turn = next / length;
      for (int f = 0; f < rank; f++) {
        direction[f] = residual[f] + turn * direction[f];
      }
      length = next;
    }
    System.arraycopy(vector, 0, customers.values(), offset, rank);
  }

  /** The residual, which is the first direction too: right side less matrix times vector. */
  private void beginAt(SparseMatrix interactions, int customer) {
    for (int f = 0; f < rank; f++) {
      residual[f] =
          -params.regularization() * vector[f] - Factors.dot(gram, f * rank, vector, 0, rank);
    }
    for (int at = interactions.start(customer); at < interactions.end(customer); at++) {
      int item = interactions.column(at) * rank;
      double excess = params.alpha() * interactions.value(at);
      double scale = 1 + excess - excess * Factors.dot(items.values(), item, vector, 0, rank);
      for (int f = 0; f < rank; f++) {
        residual[f] += scale * items.values()[item + f];
      }
    }
    System.arraycopy(residual, 0, direction, 0, rank);
  }

  /** The matrix times the direction. */
  private void multiply(SparseMatrix interactions, int customer) {
    for (int f = 0; f < rank; f++) {
      product[f] =
          params.regularization() * direction[f] + Factors.dot(gram, f * rank, direction, 0, rank);
    }
    for (int at = interactions.start(customer); at < interactions.end(customer); at++) {
      int item = interactions.column(at) * rank;
      double scale =
          params.alpha()
              * interactions.value(at)
              * Factors.dot(items.values(), item, direction, 0, rank);
      for (int f = 0; f < rank; f++) {
        product[f] += scale * items.values()[item + f];
      }
    }
  }
}
