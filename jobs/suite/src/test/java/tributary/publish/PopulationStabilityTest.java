package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.publish.PopulationStability.Bin;

class PopulationStabilityTest {
  @Test
  void equalDistributionsHaveNone() {
    assertThat(PopulationStability.index(List.of(new Bin(10, 1000), new Bin(30, 3000)))).isZero();
  }

  /** By hand: (0.6 - 0.4) ln(0.6 / 0.4) + (0.4 - 0.6) ln(0.4 / 0.6) = 0.4 ln 1.5 = 0.1622. */
  @Test
  void isTheSumOverBins() {
    double index =
        PopulationStability.index(List.of(new Bin(600_000, 400_000), new Bin(400_000, 600_000)));
    assertThat(index).isCloseTo(0.4 * Math.log(1.5), within(1e-4));
  }

  @Test
  void isFiniteWhereABinIsEmpty() {
    double index = PopulationStability.index(List.of(new Bin(1000, 0), new Bin(0, 1000)));
    assertThat(index).isBetween(10.0, 20.0);
  }

  @Test
  void leavesOutWhatChanceAloneMakes() {
    Random random = new Random(5);
    int above = 0;
    for (int sample = 0; sample < 200; sample++) {
      double[] fresh = new double[10];
      double[] published = new double[10];
      for (int i = 0; i < 200; i++) {
        fresh[random.nextInt(10)]++;
        published[random.nextInt(10)]++;
      }
      List<Bin> bins = new ArrayList<>();
      for (int bin = 0; bin < 10; bin++) {
        bins.add(new Bin(fresh[bin], published[bin]));
      }
      above += PopulationStability.index(bins) > 0.25 ? 1 : 0;
    }
    assertThat(above).isZero();
  }

  @Test
  void refusesToCompareWithNothing() {
    assertThatThrownBy(() -> PopulationStability.index(List.of(new Bin(3, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot compare 3.0 rows with 0.0");
  }
}
