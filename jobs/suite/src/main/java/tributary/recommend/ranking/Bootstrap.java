package tributary.recommend.ranking;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * How far a mean could be off: the middle 95 % of the means of samples drawn with replacement
 * (Efron and Tibshirani 1993, "An introduction to the bootstrap", chapter 13, percentile interval).
 *
 * @param low 2.5 % of the means are lower
 * @param high 2.5 % of the means are higher
 */
public record Bootstrap(double low, double high) {
  private static final int SAMPLES = 1000;

  /** The interval of the mean of some figures; of none it is from 0 to 0. */
  public static Bootstrap of(double[] figures, long seed) {
    if (figures.length == 0) {
      return new Bootstrap(0, 0);
    }
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[] means = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      double sum = 0;
      for (int i = 0; i < figures.length; i++) {
        sum += figures[random.nextInt(figures.length)];
      }
      means[sample] = sum / figures.length;
    }
    Arrays.sort(means);
    return new Bootstrap(means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40]);
  }
}
