package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionTest {
  @Test
  void numbersTheClustersThatHavePoints() {
    Partition partition = Partition.of(new int[] {4, -1, 2, 4}, List.of("two"));

    assertThat(partition.labels()).containsExactly(1, -1, 0, 1);
    assertThat(partition.clusters()).isEqualTo(2);
    assertThat(partition.sizes()).containsExactly(1, 2);
    assertThat(partition.noise()).isOne();
    assertThat(partition.notes()).containsExactly("two");
  }

  @Test
  void centroidsAreMeansOfMembers() {
    Partition partition = Partition.of(new int[] {0, 0, 1, -1}, List.of());

    assertThat(partition.centroids(new double[][] {{0, 1}, {2, 3}, {0.1, 0.1}, {99, 99}}))
        .isDeepEqualTo(new double[][] {{1, 2}, {0.1, 0.1}});
  }

  @Test
  void cannotBeChangedFromOutside() {
    int[] labels = {0, 1};
    Partition partition = new Partition(labels, 2, List.of());
    labels[0] = 1;
    partition.labels()[1] = 0;

    assertThat(partition.labels()).containsExactly(0, 1);
  }

  @Test
  void refusesEmptyClustersAndUnknownLabels() {
    assertThatThrownBy(() -> new Partition(new int[] {0, 2}, 3, List.of()))
        .hasMessage("Invalid partition: cluster 1 of 3 is empty");
    assertThatThrownBy(() -> new Partition(new int[] {0, 1}, 1, List.of()))
        .hasMessage("Invalid label 1 in a partition of 1 clusters");
    assertThatThrownBy(() -> new Partition(new int[] {0, -2}, 1, List.of()))
        .hasMessage("Invalid label -2 in a partition of 1 clusters");
  }
}
