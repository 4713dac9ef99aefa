package tributary.recommend.als;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How {@link ImplicitAls} is fitted.
 *
 * @param rank length of the factors
 * @param iterations how often customers and items are solved in turn
 * @param alpha by how much a pair's value raises the confidence in it: 1 + alpha * value
 * @param regularization what is added to the diagonal of every equation
 * @param conjugateSteps steps of the conjugate gradient method that a customer's vector takes in
 *     each iteration, from where it was
 * @param seed of the factors' draw
 */
public record ImplicitAlsParams(
    int rank, int iterations, double alpha, double regularization, int conjugateSteps, long seed)
    implements Serializable {
  public ImplicitAlsParams {
    if (rank < 1 || iterations < 1 || conjugateSteps < 1) {
      throw new IllegalArgumentException(
          "Invalid rank %s, iterations %s or conjugateSteps %s"
              .formatted(rank, iterations, conjugateSteps));
    }
    if (!(alpha >= 0) || !(regularization > 0)) {
      throw new IllegalArgumentException(
          "Invalid alpha %s or regularization %s".formatted(alpha, regularization));
    }
  }

  /** Rank 20, 15 iterations, alpha 15, regularisation 0.1, 3 steps, seed 1. */
  public static ImplicitAlsParams defaults() {
    return new ImplicitAlsParams(20, 15, 15, 0.1, 3, 1);
  }

  /** Those that were kept. */
  public static ImplicitAlsParams of(Map<String, ? extends Number> byName) {
    return new ImplicitAlsParams(
        byName.get("rank").intValue(),
        byName.get("iterations").intValue(),
        byName.get("alpha").doubleValue(),
        byName.get("regularization").doubleValue(),
        byName.get("conjugate_steps").intValue(),
        byName.get("seed").longValue());
  }

  /** As they are kept. */
  public Map<String, Number> byName() {
    Map<String, Number> byName = new TreeMap<>();
    byName.put("rank", rank);
    byName.put("iterations", iterations);
    byName.put("alpha", alpha);
    byName.put("regularization", regularization);
    byName.put("conjugate_steps", conjugateSteps);
    byName.put("seed", seed);
    return byName;
  }

  public ImplicitAlsParams withRank(int another) {
    return new ImplicitAlsParams(another, iterations, alpha, regularization, conjugateSteps, seed);
  }

  public ImplicitAlsParams withIterations(int another) {
    return new ImplicitAlsParams(rank, another, alpha, regularization, conjugateSteps, seed);
  }

  public ImplicitAlsParams withAlpha(double another) {
    return new ImplicitAlsParams(rank, iterations, another, regularization, conjugateSteps, seed);
  }

  public ImplicitAlsParams withRegularization(double another) {
    return new ImplicitAlsParams(rank, iterations, alpha, another, conjugateSteps, seed);
  }

  public ImplicitAlsParams withSeed(long another) {
    return new ImplicitAlsParams(rank, iterations, alpha, regularization, conjugateSteps, another);
  }
}
