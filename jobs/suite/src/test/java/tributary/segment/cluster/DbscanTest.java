package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DbscanTest {
  private final Dbscan dbscan = new Dbscan();

  @Test
  void findsWhatScikitLearnFinds() {
    Reference slanted = Reference.slanted();

    assertThat(Dbscan.cluster(slanted.points(), 6, 0.3).labels())
        .containsExactly(slanted.labels().get(2));
  }

  @Test
  void separatesDenseGroupsFromNoise() {
    Reference slanted = Reference.slanted();
    Partition found = dbscan.cluster(slanted.points(), 3, 1);

    assertThat(Arrays.stream(found.sizes()).filter(size -> size > 100)).hasSize(3);
    assertThat(AdjustedRand.index(found.labels(), slanted.labels().get(0))).isGreaterThan(0.85);
    assertThat(found.notes().get(0))
        .matches("eps 0\\.\\d+, the knee of the distances to the 3 nearest points; minPts 4; .*");
  }

  @Test
  void labelsPointsThatAreEqual() {
    double[][] points = new double[20][];
    Arrays.fill(points, 0, 10, new double[] {1, 1});
    Arrays.fill(points, 10, 20, new double[] {2, 2});
    int[] labels = dbscan.cluster(points, 2, 1).labels();

    assertThat(Arrays.copyOf(labels, 10)).containsOnly(0);
    assertThat(Arrays.copyOfRange(labels, 10, 20)).containsOnly(1);
  }

  @Test
  void repeatsItself() {
    double[][] points = Reference.groups().points();

    assertThat(dbscan.cluster(points, 2, 1).labels())
        .containsExactly(dbscan.cluster(points, 5, 9).labels());
  }

  @Test
  void saysWhyThereIsNothing() {
    Partition few = dbscan.cluster(new double[][] {{1}, {2}, {3}}, 2, 1);

    assertThat(few.clusters()).isZero();
    assertThat(few.labels()).containsOnly(Partition.NOISE);
    assertThat(few.notes()).containsExactly("3 points are fewer than minPts 4");
    assertThat(dbscan.cluster(new double[0][], 2, 1).labels().length).isZero();
  }

  @Test
  void refusesMoreThanItsLimit() {
    double[][] points = new double[dbscan.limit() + 1][2];

    assertThatThrownBy(() -> dbscan.cluster(points, 2, 1))
        .hasMessage("Cannot cluster 5001 points by DBSCAN: at most 5000");
  }
}
