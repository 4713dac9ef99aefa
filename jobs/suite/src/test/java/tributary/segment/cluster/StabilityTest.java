package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StabilityTest {
  @Test
  void isTheMeanOverPairs() {
    Partition one = Partition.of(new int[] {0, 0, 1, 1}, List.of());
    Partition same = Partition.of(new int[] {1, 1, 0, 0}, List.of());
    Partition other = Partition.of(new int[] {0, 1, 0, 1}, List.of());

    assertThat(Stability.of(List.of(one, same, other)).orElseThrow())
        .isCloseTo((1 - 0.5 - 0.5) / 3, within(1e-12));
  }

  @Test
  void isAbsentForOneRunAndForRunsThatFoundNothing() {
    Partition one = Partition.of(new int[2], List.of());

    assertThat(Stability.of(List.of(one))).isEmpty();
    assertThat(Stability.of(List.of(one, Partition.nothing(2, "failed")))).isEmpty();
  }

  @Test
  void comparesSubsamplesOnThePointsTheyShare() {
    double[][] points = Reference.slanted().points();
    SampleClustering bySide = of((point, seed) -> point[0] < 0 ? 0 : 1);

    assertThat(Stability.acrossSubsamples(bySide, points, 2, 1, 5)).hasValue(1);
    assertThat(Stability.acrossSubsamples(new Dbscan(), points, 3, 1, 4).orElseThrow())
        .isBetween(0.8, 1.0)
        .isEqualTo(Stability.acrossSubsamples(new Dbscan(), points, 3, 1, 4).orElseThrow());
  }

  @Test
  void isLowForRandomLabelsAcrossSeeds() {
    double[][] points = Reference.slanted().points();
    SampleClustering chance =
        of((point, seed) -> new SplittableRandom(Arrays.hashCode(point) + seed).nextInt(3));

    assertThat(Stability.acrossSeeds(chance, points, 3, 1, 5).orElseThrow())
        .isCloseTo(0, within(0.02));
    assertThat(Stability.acrossSeeds(new GaussianMixture(), points, 3, 1, 3).orElseThrow())
        .isGreaterThan(0.95);
  }

  private interface Rule {
    int label(double[] point, long seed);
  }

  private static SampleClustering of(Rule rule) {
    return new SampleClustering() {
      @Override
      public String name() {
        return "a rule";
      }

      @Override
      public int limit() {
        return Integer.MAX_VALUE;
      }

      @Override
      public Partition cluster(double[][] points, int k, long seed) {
        return Partition.of(
            Arrays.stream(points).mapToInt(point -> rule.label(point, seed)).toArray(), List.of());
      }
    };
  }
}
