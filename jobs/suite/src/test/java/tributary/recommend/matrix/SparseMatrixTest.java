package tributary.recommend.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  private static final SparseMatrix MATRIX =
      SparseMatrix.of(
          3, 4, new int[] {2, 0, 2, 0}, new int[] {3, 1, 0, 0}, new double[] {4, 2, 3, 1});

  @Test
  void sortsPairsByRowAndColumn() {
    assertThat(MATRIX.size()).isEqualTo(4);
    assertThat(MATRIX.size(0)).isEqualTo(2);
    assertThat(MATRIX.size(1)).isZero();
    for (int at = 0; at < 4; at++) {
      assertThat(MATRIX.value(at)).isEqualTo(at + 1);
    }
    assertThat(MATRIX.column(MATRIX.start(2))).isZero();
    assertThat(MATRIX.contains(2, 3)).isTrue();
    assertThat(MATRIX.contains(1, 3)).isFalse();
  }

  @Test
  void exchangesRowsAndColumns() {
    SparseMatrix transposed = MATRIX.transpose();
    assertThat(transposed.rowCount()).isEqualTo(4);
    assertThat(transposed.columnCount()).isEqualTo(3);
    assertThat(transposed.size(0)).isEqualTo(2);
    assertThat(transposed.value(transposed.start(0))).isEqualTo(1);
    assertThat(transposed.value(transposed.start(0) + 1)).isEqualTo(3);
    assertThat(transposed.value(transposed.start(3))).isEqualTo(4);
  }

  @Test
  void keepsSomePairs() {
    SparseMatrix some = MATRIX.where(new boolean[] {false, true, true, false});
    assertThat(some.size()).isEqualTo(2);
    assertThat(some.contains(0, 1)).isTrue();
    assertThat(some.contains(2, 0)).isTrue();
    assertThat(some.rowCount()).isEqualTo(3);
  }

  @Test
  void tellsMeanAndRange() {
    assertThat(MATRIX.mean()).isEqualTo(2.5);
    assertThat(MATRIX.lowest()).isEqualTo(1);
    assertThat(MATRIX.highest()).isEqualTo(4);
    assertThat(new Triplets().matrix().mean()).isZero();
  }

  @Test
  void refusesPairsThatComeTwiceOrAreOutside() {
    int[] twice = {1, 1};
    assertThatThrownBy(() -> SparseMatrix.of(2, 2, twice, twice, new double[2]))
        .hasMessage("Invalid pairs: row 1 has column 1 twice");
    assertThatThrownBy(() -> SparseMatrix.of(2, 1, twice, twice, new double[2]))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () -> SparseMatrix.of(2, 2, new int[1], new int[1], new double[] {Double.NaN}))
        .hasMessage("Invalid value: NaN");
  }

  @Test
  void namesThePairThatCameTwice() {
    Triplets triplets = new Triplets();
    triplets.add("ann", "tea", 1);
    triplets.add("bob", "tea", 1);
    triplets.add("bob", "gin", 1);
    triplets.add("bob", "tea", 2);
    assertThatThrownBy(triplets::matrix).hasMessage("bob and tea come together twice");
  }
}
