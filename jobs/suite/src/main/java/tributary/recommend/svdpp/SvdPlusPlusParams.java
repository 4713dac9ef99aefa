package tributary.recommend.svdpp;

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
    long seed) {
  /**
   * A number for each of the model's terms.
   *
   * @param bu biases of users
   * @param bi biases of items
   * @param pu factors of users
   * @param qi factors of items
   * @param yj implicit factors of items
   */
  public record Terms(double bu, double bi, double pu, double qi, double yj) {
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
  }

  public SvdPlusPlusParams {
    if (nFactors < 0 || nEpochs < 0) {
      throw new IllegalArgumentException(
          "Invalid nFactors %d or nEpochs %d".formatted(nFactors, nEpochs));
    }
    if (!(initStdDev >= 0)) {
      throw new IllegalArgumentException("Invalid initStdDev: " + initStdDev);
    }
  }

  /** 20 factors, 20 epochs, learning rate 0.007, regularisation 0.02, seed 1. */
  public static SvdPlusPlusParams defaults() {
    return new SvdPlusPlusParams(20, 20, 0, 0.1, Terms.all(0.007), Terms.all(0.02), 1);
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
