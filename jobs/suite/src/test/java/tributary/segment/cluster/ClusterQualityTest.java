package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterQualityTest {
  @ParameterizedTest
  @ValueSource(strings = {"iris", "groups"})
  void agreesWithScikitLearn(String name) {
    Reference reference = name.equals("iris") ? Reference.iris() : Reference.groups();
    ClusterQuality exact = exact(reference.points(), reference.partition(0));

    assertThat(exact.wcss()).isCloseTo(expected(name, "wcss"), within(1e-9));
    assertIs(exact.silhouette(), expected(name, "silhouette"));
    assertIs(exact.calinskiHarabasz(), expected(name, "calinski_harabasz"));
    assertIs(exact.daviesBouldin(), expected(name, "davies_bouldin"));
    assertIs(
        SilhouetteForm.SIMPLIFIED.of(reference.points(), reference.partition(0)),
        expected(name, "simplified_silhouette"));
  }

  @Test
  void sharesCountNoiseAndIndicesDoNot() {
    double[][] points = {{0}, {1}, {10}, {11}, {12}, {500}};
    ClusterQuality quality = exact(points, Partition.of(new int[] {0, 0, 1, 1, 1, -1}, List.of()));
    double[][] without = Arrays.copyOf(points, 5);
    ClusterQuality same = exact(without, Partition.of(new int[] {0, 0, 1, 1, 1}, List.of()));

    assertThat(quality.noiseShare()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(quality.smallestShare()).isCloseTo(2 / 6.0, within(1e-12));
    assertThat(quality.largestShare()).isCloseTo(3 / 6.0, within(1e-12));
    assertThat(quality.wcss()).isEqualTo(2.5).isEqualTo(same.wcss());
    assertThat(quality.silhouette()).isEqualTo(same.silhouette());
    assertThat(quality.calinskiHarabasz()).isEqualTo(same.calinskiHarabasz());
    assertThat(quality.daviesBouldin()).isEqualTo(same.daviesBouldin());
  }

  @Test
  void dependsNeitherOnTheOrderOfPointsNorOnTheNumbersOfClusters() {
    Reference reference = Reference.groups();
    ClusterQuality quality = exact(reference.points(), reference.partition(0));
    int[] order = shuffled(reference.points().length);
    double[][] points =
        Arrays.stream(order).mapToObj(i -> reference.points()[i]).toArray(double[][]::new);
    int[] renamed = {3, 0, 4, 2, 1};
    int[] labels = Arrays.stream(order).map(i -> renamed[reference.labels().get(0)[i]]).toArray();
    ClusterQuality other = exact(points, Partition.of(labels, List.of()));

    assertThat(other.wcss()).isCloseTo(quality.wcss(), within(1e-9));
    assertIs(other.silhouette(), quality.silhouette().orElseThrow());
    assertIs(other.calinskiHarabasz(), quality.calinskiHarabasz().orElseThrow());
    assertIs(other.daviesBouldin(), quality.daviesBouldin().orElseThrow());
    assertThat(other.smallestShare()).isEqualTo(quality.smallestShare());
  }

  @Test
  void silhouetteIsTheSameToTheLastDigitForAnyNumberOfThreads() throws Exception {
    Reference reference = Reference.groups();
    OptionalDouble here = SilhouetteForm.EXACT.of(reference.points(), reference.partition(0));
    for (int threads : new int[] {1, 3, 8}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      assertThat(
              pool.submit(() -> SilhouetteForm.EXACT.of(reference.points(), reference.partition(0)))
                  .get())
          .isEqualTo(here);
      pool.shutdown();
    }
  }

  @Test
  void oneClusterHasNoIndices() {
    ClusterQuality quality =
        exact(new double[][] {{1, 2}, {3, 2}}, Partition.of(new int[2], List.of()));

    assertThat(quality.wcss()).isEqualTo(2);
    assertThat(quality.smallestShare()).isOne();
    assertThat(quality.silhouette()).isEmpty();
    assertThat(quality.calinskiHarabasz()).isEmpty();
    assertThat(quality.daviesBouldin()).isEmpty();
  }

  @Test
  void noClusterAndNoPointHaveNoIndices() {
    for (int size : new int[] {0, 3}) {
      ClusterQuality quality = exact(new double[size][2], Partition.nothing(size, "nothing found"));

      assertThat(quality.clusters()).isZero();
      assertThat(quality.wcss()).isZero();
      assertThat(quality.smallestShare()).isZero();
      assertThat(quality.largestShare()).isZero();
      assertThat(quality.silhouette()).isEmpty();
      assertThat(quality.daviesBouldin()).isEmpty();
    }
  }

  @Test
  void identicalPointsAreNeverNotANumber() {
    double[][] points = new double[6][];
    Arrays.fill(points, new double[] {0.1, 0.7, -0.3});
    Partition partition = Partition.of(new int[] {0, 0, 1, 1, 2, 2}, List.of());
    ClusterQuality quality = exact(points, partition);

    assertThat(quality.wcss()).isZero();
    assertIs(quality.silhouette(), 0);
    assertIs(SilhouetteForm.SIMPLIFIED.of(points, partition), 0);
    assertThat(quality.calinskiHarabasz()).isEmpty();
    assertThat(quality.daviesBouldin()).isEmpty();
  }

  @Test
  void pointsAllAloneHaveASilhouetteOfZero() {
    double[][] points = {{0}, {1}, {5}};
    Partition partition = Partition.of(new int[] {2, 0, 1}, List.of());
    ClusterQuality quality = exact(points, partition);

    assertIs(quality.silhouette(), 0);
    assertIs(SilhouetteForm.SIMPLIFIED.of(points, partition), 0);
    assertThat(quality.calinskiHarabasz()).isEmpty();
    assertIs(quality.daviesBouldin(), 0);
  }

  @Test
  void refusesWhatIsNotAPoint() {
    Partition partition = Partition.of(new int[2], List.of());
    assertThatThrownBy(() -> exact(new double[][] {{1}, {Double.NaN}}, partition))
        .hasMessage("Invalid point 1: a coordinate is NaN");
    assertThatThrownBy(() -> exact(new double[][] {{1}, {1, 2}}, partition))
        .hasMessage("Invalid point 1: it has 2 coordinates, expected 1");
    assertThatThrownBy(() -> exact(new double[][] {{1}}, partition))
        .hasMessage("Invalid points: 1, but 2 labels");
  }

  @Test
  void takesTheExactFormWhereItIsQuick() {
    assertThat(SilhouetteForm.affordable(SilhouetteForm.EXACT_LIMIT))
        .isEqualTo(SilhouetteForm.EXACT);
    assertThat(SilhouetteForm.affordable(SilhouetteForm.EXACT_LIMIT + 1))
        .isEqualTo(SilhouetteForm.SIMPLIFIED);
  }

  private static ClusterQuality exact(double[][] points, Partition partition) {
    return ClusterQuality.of(points, partition, SilhouetteForm.EXACT);
  }

  private static double expected(String name, String index) {
    return Reference.expected(name + "." + index);
  }

  private static void assertIs(OptionalDouble actual, double expected) {
    assertThat(actual.orElseThrow()).isCloseTo(expected, within(1e-9));
  }

  private static int[] shuffled(int size) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(3));
    return order.stream().mapToInt(i -> i).toArray();
  }
}
