package tributary.recommend.svdpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.matrix.Triplets;
import tributary.recommend.svdpp.SvdPlusPlusParams.Terms;

class SvdPlusPlusTest {
  private static final int USERS = 60;
  private static final int ITEMS = 40;

  @Test
  void learnsWhatTheFormulaSaysStepByStep() {
    SparseMatrix ratings = lowRank(0.3, 0.5, 1);
    SvdPlusPlusParams params =
        new SvdPlusPlusParams(
            7,
            5,
            0.05,
            0.2,
            new Terms(0.011, 0.012, 0.013, 0.014, 0.015),
            new Terms(0.021, 0.022, 0.023, 0.024, 0.025),
            3);
    SvdPlusPlusModel expected = Naive.fit(ratings, params);
    SvdPlusPlusModel model = SvdPlusPlus.fit(ratings, params);

    assertThat(model.userBiases()).containsExactly(expected.userBiases(), within(1e-11));
    assertThat(model.itemBiases()).containsExactly(expected.itemBiases(), within(1e-11));
    assertThat(model.users().values()).containsExactly(expected.users().values(), within(1e-11));
    assertThat(model.items().values()).containsExactly(expected.items().values(), within(1e-11));
    assertThat(model.implicit().values())
        .containsExactly(expected.implicit().values(), within(1e-11));
    assertThat(model.score(5, 7)).isCloseTo(Naive.score(expected, ratings, 5, 7), within(1e-11));
  }

  @Test
  void comesNearTheNoiseOfLowRankRatings() {
    double noise = 0.3;
    SparseMatrix all = lowRank(noise, 0.6, 7);
    boolean[] isTrain = new boolean[all.size()];
    boolean[] isTest = new boolean[all.size()];
    for (int at = 0; at < all.size(); at++) {
      isTest[at] = at % 5 == 0;
      isTrain[at] = !isTest[at];
    }
    SparseMatrix test = all.where(isTest);
    SvdPlusPlusModel model =
        SvdPlusPlus.fit(
            all.where(isTrain),
            SvdPlusPlusParams.defaults().withFactors(4).withEpochs(200).withSeed(2));

    assertThat(rmse(model, test)).isBetween(0.9 * noise, 1.6 * noise);
    SvdPlusPlusModel biases =
        SvdPlusPlus.fit(all.where(isTrain), SvdPlusPlusParams.defaults().withFactors(0));
    assertThat(rmse(model, test)).isLessThan(0.6 * rmse(biases, test));
  }

  @Test
  void learnsTheSameFromTheSameSeedAndOtherwiseFromAnother() {
    SparseMatrix ratings = lowRank(0.3, 0.5, 1);
    SvdPlusPlusParams params = SvdPlusPlusParams.defaults();
    double[] first = SvdPlusPlus.fit(ratings, params).items().values();

    assertThat(SvdPlusPlus.fit(ratings, params).items().values()).isEqualTo(first);
    assertThat(SvdPlusPlus.fit(ratings, params.withSeed(2)).items().values()).isNotEqualTo(first);
  }

  @Test
  void hasTheReferenceLibrarysDefaults() {
    SvdPlusPlusParams params = SvdPlusPlusParams.defaults();
    assertThat(params.nFactors()).isEqualTo(20);
    assertThat(params.nEpochs()).isEqualTo(20);
    assertThat(params.learning()).isEqualTo(Terms.all(0.007));
    assertThat(params.regularization()).isEqualTo(Terms.all(0.02));
    assertThat(params.initStdDev()).isEqualTo(0.1);
  }

  @Test
  void predictsTheMeanAndBiasesOfWhomItDoesNotKnow() {
    SparseMatrix ratings = lowRank(0.3, 0.5, 1);
    SvdPlusPlusModel model = SvdPlusPlus.fit(ratings, SvdPlusPlusParams.defaults());

    assertThat(model.predict(-1, -1)).isEqualTo(ratings.mean());
    assertThat(model.score(-1, 3)).isEqualTo(ratings.mean() + model.itemBiases()[3]);
    assertThat(model.score(4, -1)).isEqualTo(ratings.mean() + model.userBiases()[4]);
    assertThat(model.predict(4, 3)).isBetween(ratings.lowest(), ratings.highest());
  }

  @Test
  void scoresByBiasesAloneWhatNobodyRatedAndForWhomHasNotRated() {
    SparseMatrix ratings =
        SparseMatrix.of(3, 3, new int[] {0, 0, 1}, new int[] {0, 1, 0}, new double[] {2, 3, 4});
    SvdPlusPlusModel model = SvdPlusPlus.fit(ratings, SvdPlusPlusParams.defaults());

    assertThat(model.score(2, 0)).isEqualTo(model.score(-1, 0));
    assertThat(model.score(0, 2)).isEqualTo(model.score(0, -1));
    assertThat(model.score(2, 2)).isEqualTo(ratings.mean());
  }

  @Test
  void doesWithoutRatingsAndWithOne() {
    SvdPlusPlusModel none = SvdPlusPlus.fit(new Triplets().matrix(), SvdPlusPlusParams.defaults());
    assertThat(none.predict(-1, -1)).isZero();

    Triplets one = new Triplets();
    one.add("ann", "tea", 2.5);
    SvdPlusPlusModel single = SvdPlusPlus.fit(one.matrix(), SvdPlusPlusParams.defaults());
    assertThat(single.predict(0, 0)).isEqualTo(2.5);
  }

  @Test
  void refusesRatesThatMakeNoSense() {
    assertThatThrownBy(() -> Terms.all(-0.1)).hasMessageContaining("-0.1");
    assertThatThrownBy(() -> Terms.all(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> SvdPlusPlusParams.defaults().withEpochs(-1))
        .hasMessageContaining("nEpochs");
  }

  private static double rmse(SvdPlusPlusModel model, SparseMatrix test) {
    double squares = 0;
    for (int user = 0; user < test.rowCount(); user++) {
      for (int at = test.start(user); at < test.end(user); at++) {
        double error = test.value(at) - model.predict(user, test.column(at));
        squares += error * error;
      }
    }
    return Math.sqrt(squares / test.size());
  }

  /** Biases and two factors, with noise, for a part of all pairs. */
  private static SparseMatrix lowRank(double noise, double part, long seed) {
    Random random = new Random(seed);
    double[][] users = new double[USERS][];
    double[][] items = new double[ITEMS][];
    for (int u = 0; u < USERS; u++) {
      users[u] = random.doubles(3, -1, 1).toArray();
    }
    for (int i = 0; i < ITEMS; i++) {
      items[i] = random.doubles(3, -1, 1).toArray();
    }
    Triplets ratings = new Triplets();
    for (int u = 0; u < USERS; u++) {
      for (int i = 0; i < ITEMS; i++) {
        if (random.nextDouble() < part) {
          double[] p = users[u];
          double[] q = items[i];
          double rating = 3 + p[2] / 2 + q[2] / 2 + 2 * (p[0] * q[0] + p[1] * q[1]);
          ratings.add("u" + u, "i" + i, rating + noise * random.nextGaussian());
        }
      }
    }
    return ratings.matrix();
  }
}
