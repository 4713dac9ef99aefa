package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tributary.script.Engine;
import tributary.script.SqlLibrary;
import tributary.segment.cluster.AdjustedRand;
import tributary.segment.cluster.Partition;
import tributary.segment.cluster.Reference;
import tributary.segment.cluster.Stability;

class AgglomerativeTrainerIT {
  private final Engine engine = Engine.local(2);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void mergesAsScikitLearnsWardDoes() {
    AgglomerativeTrainer trainer = trainer();
    for (Reference reference : new Reference[] {Reference.iris(), Reference.groups()}) {
      Partition expected = reference.partition(2);
      Partition found = trainer.cluster(reference.points(), expected.clusters(), 0);

      assertThat(AdjustedRand.index(found.labels(), expected.labels())).isOne();
      assertThat(found.notes()).isEmpty();
    }
  }

  @Test
  void repeatsItself() {
    double[][] points = Reference.groups().points();
    AgglomerativeTrainer trainer = trainer();

    assertThat(trainer.cluster(points, 4, 1).labels())
        .containsExactly(trainer.cluster(points, 4, 2).labels());
    assertThat(Stability.acrossSubsamples(trainer, points, 2, 1, 3).orElseThrow())
        .isGreaterThan(0)
        .isLessThanOrEqualTo(1);
  }

  @Test
  void takesFewerPointsThanClusters() {
    AgglomerativeTrainer trainer = trainer();
    double[][] points = {{0, 0}, {5, 5}, {0, 0}, {5, 5}};
    Partition found = trainer.cluster(points, 3, 0);

    assertThat(AdjustedRand.index(found.labels(), new int[] {0, 1, 0, 1})).isOne();
    assertThat(found.notes())
        .containsExactly("2 instead of 3 clusters: that is how many points differ");
    assertThat(trainer.cluster(new double[][] {{1}}, 2, 0).labels()).containsExactly(0);
    assertThat(trainer.cluster(new double[0][], 2, 0).clusters()).isZero();
  }

  @Test
  void refusesWhatItCannotCluster() {
    AgglomerativeTrainer trainer = trainer();
    double[][] many = new double[AgglomerativeTrainer.LIMIT + 1][1];
    double[][] broken = {{0}, {Double.NaN}};

    assertThatThrownBy(() -> trainer.cluster(many, 2, 0))
        .hasMessage("Cannot cluster 2001 points by agglomerative clustering: at most 2000");
    assertThatThrownBy(() -> trainer.cluster(broken, 2, 0))
        .hasMessage("Invalid point 1: a coordinate is NaN");
    assertThatThrownBy(() -> trainer.cluster(Arrays.copyOf(many, 3), 0, 0))
        .hasMessage("Invalid number of clusters: 0");
  }

  private AgglomerativeTrainer trainer() {
    return new AgglomerativeTrainer(
        engine.streaming(Map.of(Engine.CURRENT_CATALOG, new GenericInMemoryCatalog("lake"))),
        SqlLibrary.bundled());
  }
}
