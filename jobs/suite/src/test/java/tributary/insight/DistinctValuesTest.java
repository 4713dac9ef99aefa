package tributary.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {
  @Test
  void countsFewValuesExactly() {
    assertThat(count(DistinctValues.KEPT - 1, 1).count()).isEqualTo(DistinctValues.KEPT - 1);
    assertThat(count(1_000, 3).count()).isEqualTo(1_000);
    assertThat(new DistinctValues().count()).isZero();
  }

  @Test
  void estimatesManyValuesWithinAFewStandardErrors() {
    assertThat(count(1_000_000, 1).count()).isCloseTo(1_000_000L, withinPercentage(3));
    assertThat(count(100_000, 3).count()).isCloseTo(100_000L, withinPercentage(3));
  }

  @Test
  void countsAHashOfZeroAsAValue() {
    DistinctValues values = new DistinctValues();
    values.add(0);
    values.add(0);

    assertThat(values.count()).isEqualTo(1);
  }

  @Test
  void isTheSameInAnyOrder() {
    DistinctValues forwards = new DistinctValues();
    DistinctValues backwards = new DistinctValues();
    long[] hashes = new Random(5).longs(60_000).toArray();
    for (int i = 0; i < hashes.length; i++) {
      forwards.add(hashes[i]);
      backwards.add(hashes[hashes.length - 1 - i]);
    }

    assertThat(backwards.hashes()).isEqualTo(forwards.hashes());
  }

  private static DistinctValues count(int different, int times) {
    DistinctValues values = new DistinctValues();
    for (int i = 0; i < times; i++) {
      new Random(7).longs(different).forEach(values::add);
    }
    return values;
  }
}
