package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {
  private final GaussianMixture mixture = new GaussianMixture();

  @Test
  void findsSlantedGroupsAsScikitLearnDoes() {
    Reference slanted = Reference.slanted();
    Partition found = mixture.cluster(slanted.points(), 3, 1);

    assertThat(AdjustedRand.index(found.labels(), slanted.labels().get(1))).isGreaterThan(0.98);
    assertThat(AdjustedRand.index(found.labels(), slanted.labels().get(0))).isGreaterThan(0.98);
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void learnsTheSameFromTheSameSeed() {
    double[][] points = Reference.groups().points();

    assertThat(mixture.cluster(points, 4, 7).labels())
        .containsExactly(mixture.cluster(points, 4, 7).labels());
  }

  @Test
  void takesPointsInAPlane() {
    Random random = new Random(1);
    double[][] points = new double[300][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {random.nextGaussian(), i % 3 == 0 ? 5 : 0, 0};
    }
    Partition found = mixture.cluster(points, 2, 1);

    assertThat(found.sizes()).containsExactlyInAnyOrder(100, 200);
  }

  @Test
  void takesOneDimension() {
    double[][] points = {{0}, {0.1}, {0.2}, {0.3}, {9}, {9.1}, {9.2}, {9.3}};

    assertThat(AdjustedRand.index(mixture.cluster(points, 2, 1).labels(), halves(8))).isOne();
  }

  @Test
  void takesFewerPointsThanClusters() {
    double[][] same = new double[50][];
    Arrays.fill(same, new double[] {0.1, 0.2});
    Partition found = mixture.cluster(same, 3, 1);

    assertThat(found.clusters()).isOne();
    assertThat(found.notes())
        .containsExactly("1 instead of 3 clusters: that is how many points differ");
    assertThat(mixture.cluster(new double[0][], 3, 1).clusters()).isZero();
  }

  @Test
  void saysWhyItFails() {
    double[][] points = {{0, 0}, {0, 9}, {9, 0}};
    Partition found = mixture.cluster(points, 3, 1);

    assertThat(found.clusters()).isZero();
    assertThat(found.notes()).singleElement().asString().startsWith("a start failed: ");
  }

  @Test
  void refusesMoreThanItsLimit() {
    double[][] points = new double[mixture.limit() + 1][2];

    assertThatThrownBy(() -> mixture.cluster(points, 2, 1))
        .hasMessage("Cannot cluster 5001 points by a Gaussian mixture: at most 5000");
  }

  private static int[] halves(int size) {
    int[] labels = new int[size];
    Arrays.fill(labels, 0, size / 2, 1);
    return labels;
  }
}
