package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTest {
  @Test
  void ordersCentroidsByTheFirstFeatureThenTheNext() {
    Clusters clusters =
        new Clusters(List.of(new double[] {0, 1}, new double[] {2, 0}, new double[] {0, 3}));
    assertThat(clusters.centroids())
        .containsExactly(new double[] {2, 0}, new double[] {0, 3}, new double[] {0, 1});
  }

  @Test
  void findsTheNearestAndHowMuchFartherTheNextOneIs() {
    Clusters clusters = new Clusters(List.of(new double[] {0, 0}, new double[] {10, 0}));
    Clusters.Nearest nearest = clusters.nearest(new double[] {3, 4});
    assertThat(clusters.centroids().get(nearest.cluster())).containsExactly(0, 0);
    assertThat(nearest.distance()).isEqualTo(5);
    assertThat(nearest.margin()).isCloseTo(Math.sqrt(65) - 5, within(1e-12));
    assertThat(clusters.centroids().get(nearest.next())).containsExactly(10, 0);
    assertThat(nearest.nextDistance()).isEqualTo(Math.sqrt(65));
    assertThat(nearest.confidence()).isCloseTo(1 - 5 / Math.sqrt(65), within(1e-12));
  }

  @Test
  void hasNoMarginWhenThereIsOnlyOne() {
    Clusters.Nearest nearest = new Clusters(List.of(new double[] {1})).nearest(new double[] {3});
    assertThat(nearest.margin()).isNaN();
    assertThat(nearest.confidence()).isOne();
  }

  @Test
  void saysWhenACentroidIsNotANumber() {
    Clusters clusters = new Clusters(List.of(new double[] {Double.NaN}, new double[] {1}));
    assertThat(clusters.isFinite()).isFalse();
    FittedCandidate fitted =
        FittedCandidate.assign(
            new Candidate("kmeans", 2, 1), "all", clusters, new double[][] {{1}});
    assertThat(fitted.problem())
        .hasValueSatisfying(problem -> assertThat(problem).contains("not a number"));
  }
}
