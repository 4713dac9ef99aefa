package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AdjustedRandTest {
  @Test
  void agreesWithScikitLearn() {
    Reference iris = Reference.iris();
    Reference groups = Reference.groups();
    assertThat(AdjustedRand.index(iris.labels().get(1), iris.labels().get(0)))
        .isCloseTo(Reference.expected("iris.adjusted_rand"), within(1e-9));
    assertThat(AdjustedRand.index(groups.labels().get(0), groups.labels().get(1)))
        .isCloseTo(Reference.expected("groups.adjusted_rand"), within(1e-9));
  }

  @Test
  void isOneForTheSameClustersUnderOtherNumbers() {
    int[] labels = {0, 0, 1, 2, 2, -1};
    int[] renamed = {7, 7, -1, 0, 0, 1};
    assertThat(AdjustedRand.index(labels, renamed)).isOne();
    assertThat(AdjustedRand.index(renamed, labels)).isOne();
  }

  @Test
  void isAboutZeroByChance() {
    Random random = new Random(1);
    int[] one = random.ints(20_000, 0, 4).toArray();
    int[] other = random.ints(20_000, 0, 4).toArray();
    assertThat(AdjustedRand.index(one, other)).isCloseTo(0, within(1e-3));
  }

  @Test
  void isBelowZeroForLessThanChance() {
    assertThat(AdjustedRand.index(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
        .isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void isDefinedForTrivialPartitions() {
    int[] together = new int[4];
    int[] apart = {0, 1, 2, 3};
    assertThat(AdjustedRand.index(together, together)).isOne();
    assertThat(AdjustedRand.index(apart, apart)).isOne();
    assertThat(AdjustedRand.index(together, apart)).isZero();
    assertThat(AdjustedRand.index(new int[0], new int[0])).isOne();
    assertThat(AdjustedRand.index(new int[1], new int[1])).isOne();
  }

  @Test
  void refusesLabelsOfOtherPoints() {
    assertThatThrownBy(() -> AdjustedRand.index(new int[2], new int[3]))
        .hasMessage("Invalid labels: 2 and 3");
  }
}
