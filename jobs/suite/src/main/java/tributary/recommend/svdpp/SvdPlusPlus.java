package tributary.recommend.svdpp;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.GaussianSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.svdpp.SvdPlusPlusParams.Terms;

/**
 * SVD++ (Koren 2008, "Factorization meets the neighborhood", KDD, section 4.2, equation 15), fitted
 * by stochastic gradient descent: users in order, each one's ratings in order of items, in one
 * thread.
 *
 * <p>A rating's step moves the implicit factors of all items that its user rated. Within one user
 * all of them take the same step y := d y + s, so that after n steps each is d^n y + c with one c
 * for all; and their sum follows from the steps alone. So a step costs as much as one without
 * implicit factors, and gives the same.
 */
public final class SvdPlusPlus {
  private final SparseMatrix ratings;
  private final Terms rate;
  private final Terms decay;
  private final int rank;
  private final double mean;
  private final double[] userBiases;
  private final double[] itemBiases;
  private final double[] users;
  private final double[] items;
  private final double[] implicit;

  private SvdPlusPlus(SparseMatrix ratings, SvdPlusPlusParams params) {
    this.ratings = ratings;
    this.rate = params.learning();
    this.decay = params.regularization();
    this.rank = params.nFactors();
    this.mean = ratings.mean();
    this.userBiases = new double[ratings.rowCount()];
    this.itemBiases = new double[ratings.columnCount()];
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(params.seed());
    SharedStateContinuousSampler normal =
        GaussianSampler.of(
            ZigguratSampler.NormalizedGaussian.of(random), params.initMean(), params.initStdDev());
    this.users = normal.samples((long) ratings.rowCount() * rank).toArray();
    this.items = normal.samples((long) ratings.columnCount() * rank).toArray();
    this.implicit = normal.samples((long) ratings.columnCount() * rank).toArray();
    leaveBiasesAlone();
  }

  /**
   * What nobody rated, and who rated nothing, has nothing but a bias; it was drawn all the same.
   */
  private void leaveBiasesAlone() {
    for (int user = 0; user < ratings.rowCount(); user++) {
      if (ratings.size(user) == 0) {
        Arrays.fill(users, user * rank, (user + 1) * rank, 0);
      }
    }
    SparseMatrix byItem = ratings.transpose();
    for (int item = 0; item < byItem.rowCount(); item++) {
      if (byItem.size(item) == 0) {
        Arrays.fill(items, item * rank, (item + 1) * rank, 0);
        Arrays.fill(implicit, item * rank, (item + 1) * rank, 0);
      }
    }
  }

  /**
   * Fits a model.
   *
   * @param ratings users in rows, items in columns
   */
  public static SvdPlusPlusModel fit(SparseMatrix ratings, SvdPlusPlusParams params) {
    SvdPlusPlus fit = new SvdPlusPlus(ratings, params);
    Pass pass = fit.new Pass();
    for (int epoch = 0; epoch < params.nEpochs(); epoch++) {
      for (int user = 0; user < ratings.rowCount(); user++) {
        pass.over(user);
      }
    }
    return SvdPlusPlusModel.of(
        ratings,
        fit.userBiases,
        fit.itemBiases,
        new Factors(ratings.rowCount(), fit.rank, fit.users),
        new Factors(ratings.columnCount(), fit.rank, fit.items),
        new Factors(ratings.columnCount(), fit.rank, fit.implicit));
  }

  /** One user's ratings. */
  private final class Pass {
    private final double keep = 1 - rate.yj() * decay.yj();
    // The user's own factors, the sum of the implicit ones, and what was added to each of them.
    private final double[] own = new double[rank];
    private final double[] sum = new double[rank];
    private final double[] added = new double[rank];

    void over(int user) {
      int count = ratings.size(user);
      if (count == 0) {
        return;
      }
      double scale = 1 / Math.sqrt(count);
      begin(user);
      double bias = userBiases[user];
      for (int at = ratings.start(user); at < ratings.end(user); at++) {
        int item = ratings.column(at);
        double itemBias = itemBiases[item];
        double error =
            ratings.value(at) - (mean + bias + itemBias + interaction(item * rank, scale));
        bias += rate.bu() * (error - decay.bu() * bias);
        itemBiases[item] = itemBias + rate.bi() * (error - decay.bi() * itemBias);
        step(item * rank, error, scale, count);
      }
      userBiases[user] = bias;
      end(user, Math.pow(keep, count));
    }

    private void begin(int user) {
      for (int f = 0; f < rank; f++) {
        own[f] = users[user * rank + f];
        sum[f] = 0;
        added[f] = 0;
      }
      for (int at = ratings.start(user); at < ratings.end(user); at++) {
        int item = ratings.column(at) * rank;
        for (int f = 0; f < rank; f++) {
          sum[f] += implicit[item + f];
        }
      }
    }

    private double interaction(int item, double scale) {
      return Factors.dot(items, item, own, 0, rank)
          + scale * Factors.dot(items, item, sum, 0, rank);
    }

    private void step(int item, double error, double scale, int count) {
      double ownRate = rate.pu();
      double itemRate = rate.qi();
      double implicitError = rate.yj() * error * scale;
      double ownKeep = 1 - ownRate * decay.pu();
      double itemKeep = 1 - itemRate * decay.qi();
      for (int f = 0; f < rank; f++) {
        double before = own[f];
        double of = items[item + f];
        double change = implicitError * of;
        own[f] = ownKeep * before + ownRate * error * of;
        items[item + f] = itemKeep * of + itemRate * error * (before + scale * sum[f]);
        added[f] = keep * added[f] + change;
        sum[f] = keep * sum[f] + count * change;
      }
    }

    private void end(int user, double kept) {
      System.arraycopy(own, 0, users, user * rank, rank);
      for (int at = ratings.start(user); at < ratings.end(user); at++) {
        int item = ratings.column(at) * rank;
        for (int f = 0; f < rank; f++) {
          implicit[item + f] = kept * implicit[item + f] + added[f];
        }
      }
    }
  }
}
