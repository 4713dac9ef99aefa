package tributary.segment.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void givesUpTheBestPairWhereTheSumIsGreater() {
    assertThat(Assignment.best(new double[][] {{0.9, 0.8}, {0.7, 0}})).containsExactly(1, 0);
  }

  @Test
  void leavesRowsAndColumnsOverThatGainNothing() {
    assertThat(Assignment.best(new double[][] {{0, 0, 0}, {0.5, 0, 0}, {0.6, 0, 0}}))
        .containsExactly(-1, -1, 0);
    assertThat(Assignment.best(new double[][] {{0, 0.5, 0.4}})).containsExactly(1);
    assertThat(Assignment.best(new double[][] {{0.0}})).containsExactly(-1);
    assertThat(Assignment.best(new double[0][])).isEmpty();
  }

  @Test
  void findsWhatTryingAllPermutationsFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      double[][] gains = new double[5][5];
      for (double[] row : gains) {
        for (int column = 0; column < 5; column++) {
          row[column] = random.nextInt(3) == 0 ? 0 : random.nextInt(10) / 10.0;
        }
      }
      assertThat(sum(gains, Assignment.best(gains)))
          .isCloseTo(bestByTrying(gains, 0, 0), within(1e-9));
    }
  }

  @Test
  void isQuickForFiftyByFifty() {
    Random random = new Random(3);
    double[][] gains = new double[50][50];
    for (double[] row : gains) {
      for (int column = 0; column < 50; column++) {
        row[column] = random.nextDouble();
      }
    }
    int[] best =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> Assignment.best(gains), "fifty by fifty");
    assertThat(best).doesNotHaveDuplicates().doesNotContain(-1);
  }

  private static double sum(double[][] gains, int[] columns) {
    return IntStream.range(0, columns.length)
        .filter(row -> columns[row] >= 0)
        .mapToDouble(row -> gains[row][columns[row]])
        .sum();
  }

  private static double bestByTrying(double[][] gains, int row, int usedColumns) {
    if (row == gains.length) {
      return 0;
    }
    double best = bestByTrying(gains, row + 1, usedColumns);
    for (int column = 0; column < gains.length; column++) {
      if ((usedColumns & 1 << column) == 0) {
        double rest = bestByTrying(gains, row + 1, usedColumns | 1 << column);
        best = Math.max(best, gains[row][column] + rest);
      }
    }
    return best;
  }
}
