package tributary.recommend.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.SparseMatrix;

class TopItemsTest {
  @Test
  void findsWhatSortingFinds() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      double[] scores = IntStream.range(0, 200).mapToDouble(i -> random.nextInt(50)).toArray();
      int[] expected =
          IntStream.range(0, 200)
              .filter(item -> item % 3 > 0)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer item) -> -scores[item])
                      .thenComparing(Comparator.naturalOrder()))
              .limit(10)
              .mapToInt(item -> item)
              .toArray();
      assertThat(TopItems.of(scores, 10, item -> item % 3 > 0)).isEqualTo(expected);
    }
  }

  @Test
  void givesFewerWhenThereAreFewer() {
    assertThat(TopItems.of(new double[] {1, 3, 2}, 10, item -> item != 1)).containsExactly(2, 0);
    assertThat(TopItems.of(new double[0], 10, item -> true)).isEmpty();
    assertThatThrownBy(() -> TopItems.of(new double[1], 0, item -> true))
        .hasMessage("Invalid count: 0");
  }

  @Test
  void countsThePartOfWhatWasHeldOut() {
    int[] rows = {0, 0, 0, 0, 1, 2};
    int[] columns = {0, 1, 2, 3, 0, 3};
    SparseMatrix relevant = SparseMatrix.of(4, 4, rows, columns, new double[6]);
    HeldOut heldOut = new HeldOut(relevant, relevant);
    int[][] recommended = {{2, 1}, {1}, {3, 0}, {0}};

    // Half of the first one's four, nothing of the second's, all of the third's; nobody else.
    assertThat(heldOut.recall(recommended)).isCloseTo(0.5, within(1e-15));
  }
}
