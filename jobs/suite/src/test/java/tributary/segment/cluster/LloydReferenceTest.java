package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LloydReferenceTest {
  @Test
  void findsTheKnownOptimumOfIris() {
    double[][] points = Reference.iris().points();

    assertThat(LloydReference.wcss(points, LloydReference.cluster(points, 3, 1)))
        .isCloseTo(Reference.expected("iris.wcss"), within(1e-9));
  }

  @Test
  void findsTheBestOfAllPartitions() {
    Random random = new Random(4);
    double[][] points =
        random
            .doubles(10)
            .mapToObj(x -> new double[] {x, random.nextDouble()})
            .toArray(double[][]::new);
    double best = Double.POSITIVE_INFINITY;
    for (int code = 0; code < Math.pow(3, points.length); code++) {
      best = Math.min(best, LloydReference.wcss(points, Partition.of(digits(code), List.of())));
    }

    assertThat(LloydReference.wcss(points, LloydReference.cluster(points, 3, 1)))
        .isCloseTo(best, within(1e-12));
  }

  private static int[] digits(int code) {
    int[] digits = new int[10];
    for (int i = 0, rest = code; i < digits.length; i++, rest /= 3) {
      digits[i] = rest % 3;
    }
    return digits;
  }
}
