package tributary.recommend.svdpp;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How {@link SvdPlusPlus} is fitted. Names and defaults are those of the Surprise library, so that
 * figures can be compared.
 *
 * @param nFactors length of the factors
 * @param nEpochs how often all ratings are passed
 * @param initMean mean of the normal distribution that factors are drawn from
 * @param initStdDev its standard deviation
 * @param learning each term's learning rate
 * @param regularization each term's regularisation
 * @param seed of the factors' draw
 */
public record SvdPlusPlusParams(
    int nFactors,
    int nEpochs,
    double initMean,
    double initStdDev,
    Terms learning,
    Terms regularization,
    long seed)
    implements Serializable {
  /**
   * A number for each of the model's terms.
   *
   * @param bu biases of users
   * @param bi biases of items
   * @param pu factors of users
   * @param qi factors of items
   * @param yj implicit factors of items
   */
  public record Terms(double bu, double bi, double pu, double qi, double yj)
      implements Serializable {
    public Terms {
      for (double term : new double[] {bu, bi, pu, qi, yj}) {
        if (!(term >= 0 && term < 1)) {
          throw new IllegalArgumentException("Invalid term, not from 0 to below 1: " + term);
        }
      }
    }

    /** The same for all. */
    public static Terms all(double number) {
      return new Terms(number, number, number, number, number);
    }

    /** Those that were kept. */
    private static Terms of(Map<String, ? extends Number> byName, String name) {
      if (byName.containsKey(name + "_all")) {
        return all(byName.get(name + "_all").doubleValue());
      }
      return new Terms(
          byName.get(name + "_bu").doubleValue(),
          byName.get(name + "_bi").doubleValue(),
          byName.get(name + "_pu").doubleValue(),
          byName.get(name + "_qi").doubleValue(),
          byName.get(name + "_yj").doubleValue());
    }

    private void putInto(Map<String, Number> byName, String name) {
      if (equals(all(bu))) {
        byName.put(name + "_all", bu);
        return;
      }
      byName.put(name + "_bu", bu);
      byName.put(name + "_bi", bi);
      byName.put(name + "_pu", pu);
      byName.put(name + "_qi", qi);
      byName.put(name + "_yj", yj);
    }
  }

  public SvdPlusPlusParams {
    if (nFactors < 0 || nEpochs < 0) {
      throw new IllegalArgumentException(
          "Invalid nFactors %s or nEpochs %s".formatted(nFactors, nEpochs));
    }
    if (!(initStdDev >= 0)) {
      throw new IllegalArgumentException("Invalid initStdDev: " + initStdDev);
    }
  }

  /** 20 factors, 20 epochs, learning rate 0.007, regularisation 0.02, seed 1. */
  public static SvdPlusPlusParams defaults() {
    return new SvdPlusPlusParams(20, 20, 0, 0.1, Terms.all(0.007), Terms.all(0.02), 1);
  }

  /** Those that were kept. */
  public static SvdPlusPlusParams of(Map<String, ? extends Number> byName) {
    return new SvdPlusPlusParams(
        byName.get("n_factors").intValue(),
        byName.get("n_epochs").intValue(),
        byName.get("init_mean").doubleValue(),
        byName.get("init_std_dev").doubleValue(),
        Terms.of(byName, "lr"),
        Terms.of(byName, "reg"),
        byName.get("seed").longValue());
  }

  /** As they are kept; a number that all terms have is said once. */
  public Map<String, Number> byName() {
    Map<String, Number> byName = new TreeMap<>();
    byName.put("n_factors", nFactors);
    byName.put("n_epochs", nEpochs);
    byName.put("init_mean", initMean);
    byName.put("init_std_dev", initStdDev);
    learning.putInto(byName, "lr");
    regularization.putInto(byName, "reg");
    byName.put("seed", seed);
    return byName;
  }

  public SvdPlusPlusParams withFactors(int factors) {
    return new SvdPlusPlusParams(
        factors, nEpochs, initMean, initStdDev, learning, regularization, seed);
  }

  public SvdPlusPlusParams withEpochs(int epochs) {
    return new SvdPlusPlusParams(
        nFactors, epochs, initMean, initStdDev, learning, regularization, seed);
  }

  public SvdPlusPlusParams withLearning(Terms terms) {
    return new SvdPlusPlusParams(
        nFactors, nEpochs, initMean, initStdDev, terms, regularization, seed);
  }

  public SvdPlusPlusParams withRegularization(Terms terms) {
    return new SvdPlusPlusParams(nFactors, nEpochs, initMean, initStdDev, learning, terms, seed);
  }

  public SvdPlusPlusParams withSeed(long another) {
    return new SvdPlusPlusParams(
        nFactors, nEpochs, initMean, initStdDev, learning, regularization, another);
  }
}
