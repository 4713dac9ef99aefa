package tributary.segment.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The published segments' centroids are 2 apart. */
class SimilarityTest {
  private static final double[] NOWHERE = {};

  @Test
  void isTheMeanOfBothWitnessesWhenManyCustomersAreShared() {
    // J = 600000 / 1000000, C = 1 - 0.4 / 2
    assertThat(similarity(0.4, new long[][] {{600_000, 400_000}, {0, 0}}))
        .isCloseTo(0.7, within(1e-4));
  }

  @Test
  void isThatOfTheCentroidsWhenNoCustomerIsShared() {
    assertThat(similarity(0.4, new long[2][2])).isCloseTo(0.8, within(1e-12));
    assertThat(similarity(0, new long[2][2])).isEqualTo(1);
  }

  @Test
  void isThatOfTheCustomersWhenNoCentroidIsInCommon() {
    SharedCustomers shared = new SharedCustomers(new long[][] {{60, 40}, {0, 0}}, 2, 2);
    Similarity similarity =
        new Similarity(
            List.of(new FoundCluster(100, NOWHERE), new FoundCluster(9, NOWHERE)),
            List.of(
                new PublishedSegment("a", "A", 60, NOWHERE),
                new PublishedSegment("b", "B", 40, NOWHERE)),
            shared);
    assertThat(similarity.ofCandidates(0, 0)).isCloseTo(0.6, within(1e-12));
    assertThat(similarity.ofCandidates(1, 1)).isZero();
  }

  @Test
  void isNothingBelowItsThreshold() {
    assertThat(similarity(1.19, new long[2][2])).isGreaterThan(0.4);
    assertThat(similarity(1.21, new long[2][2])).isZero();
  }

  @Test
  void letsCustomersWhoStayTogetherOutweighACentroidThatMovedAway() {
    assertThat(similarity(9, new long[][] {{55, 0}, {45, 0}})).isPositive();
    assertThat(similarity(9, new long[][] {{45, 0}, {55, 0}})).isZero();
    assertThat(similarity(9, new long[][] {{5, 0}, {4, 0}})).isZero();
  }

  private static double similarity(double moved, long[][] shared) {
    List<FoundCluster> clusters =
        List.of(
            new FoundCluster(100, new double[] {0, moved}),
            new FoundCluster(100, new double[] {50, 50}));
    List<PublishedSegment> published =
        List.of(
            new PublishedSegment("a", "A", 100, new double[] {0, 0}),
            new PublishedSegment("b", "B", 100, new double[] {2, 0}));
    return new Similarity(clusters, published, new SharedCustomers(shared, 2, 2))
        .ofCandidates(0, 0);
  }
}
