package tributary.recommend.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.SparseMatrix;

class RankingQualityTest {
  /** Customer 0 has item 0, customer 1 items 0 and 1, customer 2 nothing. */
  private static final SparseMatrix KNOWN =
      SparseMatrix.of(3, 5, new int[] {0, 1, 1}, new int[] {0, 0, 1}, new double[] {1, 1, 1});

  /** Customer 0 then buys items 2 and 4, customer 2 item 3. */
  private static final SparseMatrix RELEVANT =
      SparseMatrix.of(3, 5, new int[] {0, 0, 2}, new int[] {2, 4, 3}, new double[] {1, 1, 1});

  @Test
  void judgesListsAsWorkedOutByHand() {
    // Everybody's order is 0, 4, 1, 2, 3: customer 0 is shown 4, 1, 2, customer 2 is shown 0, 4, 1.
    Popularity fixed = new Popularity("fixed", new double[] {9, 6, 5, 4, 8});
    RankingQuality quality = RankingQuality.of(fixed, new HeldOut(KNOWN, RELEVANT), 3);

    assertThat(quality.customers()).containsExactly(0, 2);
    assertThat(quality.recall()).containsExactly(1, 0);
    assertThat(quality.precision()).containsExactly(new double[] {2.0 / 3, 0}, within(1e-15));
    double gain = 1 + 1 / (Math.log(4) / Math.log(2));
    double best = 1 + 1 / (Math.log(3) / Math.log(2));
    assertThat(quality.ndcg()).containsExactly(new double[] {gain / best, 0}, within(1e-12));
    assertThat(quality.averagePrecision())
        .containsExactly(new double[] {(1 + 2.0 / 3) / 2, 0}, within(1e-12));
    // Items 0, 1, 2 and 4 are in a list, 3 is not.
    assertThat(quality.coverage()).isEqualTo(0.8);
    // Of three customers two have item 0 and one has item 1; the others count as one.
    double one = Math.log(3) / Math.log(2);
    assertThat(quality.novelty()).isCloseTo((5 * one + (one - 1)) / 6, within(1e-12));
  }

  @Test
  void judgesNobodyWhenNothingIsRelevant() {
    RankingQuality quality =
        RankingQuality.of(
            Popularity.ofCustomers("popularity", KNOWN),
            new HeldOut(KNOWN, KNOWN.where(new boolean[3])),
            10);
    assertThat(quality.customers()).isEmpty();
    assertThat(RankingQuality.mean(quality.ndcg())).isZero();
    assertThat(quality.novelty()).isZero();
  }

  @Test
  void findsNeighboursByTheirCosine() {
    int[] rows = {0, 0, 1, 1, 2, 2, 3};
    int[] columns = {0, 1, 0, 1, 0, 2, 1};
    SparseMatrix bought = SparseMatrix.of(4, 3, rows, columns, new double[] {1, 1, 1, 1, 1, 1, 1});
    CoPurchase recommender = CoPurchase.fit(bought, 5, 1);
    double[] scores = new double[3];
    recommender.score(3, scores);

    // Items 0 and 1 were both bought by three, together by two; 2 was never bought with 1.
    assertThat(scores).containsExactly(new double[] {2.0 / 3, 0, 0}, within(1e-12));
    assertThat(recommender.because(3, new int[] {0}).get(0))
        .contains(new Recommender.Because(1, 0));
    assertThat(recommender.because(3, new int[] {2}).get(0)).isEmpty();
    CoPurchase.fit(bought, 5, 3).score(3, scores);
    assertThat(scores).containsOnly(0);
  }

  @Test
  void weightsScoresByRecentDemand() {
    Popularity base = new Popularity("base", new double[] {1, 1, 0.5});
    Trending trending =
        new Trending(
            base,
            7,
            new Popularity("recent", new double[] {0, 19, 4}),
            new Popularity("ever", new double[] {90, 30, 0}));
    double[] scores = new double[3];
    trending.score(0, scores);

    assertThat(trending.name()).isEqualTo("base-trend");
    assertThat(trending.parameters()).containsEntry("trend_days", 7);
    assertThat(scores).containsExactly(new double[] {0.01, 0.5, 0.25}, within(1e-15));
  }

  @Test
  void drawsIntervalsThatContainTheMeanAsOftenAsTheySay() {
    Random random = new Random(1);
    int covered = 0;
    for (int round = 0; round < 200; round++) {
      double[] figures = random.doubles(60, 0, 1).toArray();
      Bootstrap interval = Bootstrap.of(figures, round);
      covered += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(180, 200);
    assertThat(Bootstrap.of(new double[0], 1)).isEqualTo(new Bootstrap(0, 0));
    double[] same = new double[9];
    Arrays.fill(same, 0.25);
    assertThat(Bootstrap.of(same, 1)).isEqualTo(new Bootstrap(0.25, 0.25));
  }
}
