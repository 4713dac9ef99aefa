package tributary.recommend.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.ModelNumber.Part;

class NeighboursTest {
  @Test
  void findsVectorsInTheSameDirectionOfWhatIsKnown() {
    Factors factors = new Factors(5, 2, new double[] {2, 0, 3, 3, 0, 1, 9, 1, 0, 0});
    Neighbours neighbours = Neighbours.byCosine(factors, 2, item -> item != 3);

    assertThat(neighbours.items()[0]).containsExactly(1);
    assertThat(neighbours.scores()[0][0]).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(neighbours.items()[1]).containsExactly(0, 2);
    assertThat(neighbours.items()[3]).isEmpty();
    assertThat(neighbours.items()[4]).as("a vector without a direction").isEmpty();
    assertThat(neighbours.score(1, 2)).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(neighbours.score(0, 2)).isZero();
  }

  @Test
  void closesTheGapThatANeighbourLeavesWhichIsGone() {
    ModelNumbers numbers = new ModelNumbers();
    numbers.add(new ModelNumber(Part.NEIGHBOUR, 1, 2, 2, 0.25));
    numbers.add(new ModelNumber(Part.NEIGHBOUR, 1, 3, 0, 0.5));
    Neighbours neighbours = numbers.neighbours(Part.NEIGHBOUR, 4);

    assertThat(neighbours.items()[1]).containsExactly(3, 2);
    assertThat(neighbours.scores()[1]).containsExactly(0.5, 0.25);
    assertThat(neighbours.items()[2]).isEmpty();
  }

  @Test
  void comparesProductsAlikeFromBothSidesAlsoOfWhoBoughtEverything() {
    // One customer has all 1,500 items, of which 1,000 make pairs; two have the first and the last.
    int items = 1500;
    int[] rows = new int[items + 4];
    int[] columns = new int[items + 4];
    for (int i = 0; i < items; i++) {
      columns[i] = i;
    }
    for (int i = 0; i < 4; i++) {
      rows[items + i] = 1 + i / 2;
      columns[items + i] = i % 2 == 0 ? 0 : items - 1;
    }
    double[] values = new double[items + 4];
    Arrays.fill(values, 1);
    SparseMatrix bought = SparseMatrix.of(3, items, rows, columns, values);
    Neighbours neighbours = CoPurchase.fit(bought, items, 1).neighbours();

    assertThat(neighbours.score(0, items - 1)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(neighbours.score(items - 1, 0)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(neighbours.score(1000, 1400)).isEqualTo(1);
    assertThat(neighbours.items()[1]).isEmpty();
  }

  @Test
  void thinsBelowItsLimitsAndAlwaysAlike() {
    SparseMatrix bought = random();
    SparseMatrix thinned = new Thinning(5, 7).of(bought);
    SparseMatrix byItem = thinned.transpose();

    assertThat(thinned.size()).isPositive();
    for (int customer = 0; customer < 80; customer++) {
      assertThat(thinned.size(customer)).isNotEqualTo(1).isLessThanOrEqualTo(5);
      for (int at = thinned.start(customer); at < thinned.end(customer); at++) {
        assertThat(bought.contains(customer, thinned.column(at))).isTrue();
      }
    }
    for (int item = 0; item < 40; item++) {
      assertThat(byItem.size(item)).isLessThanOrEqualTo(7);
    }
    assertThat(new Thinning(5, 7).of(random())).usingRecursiveComparison().isEqualTo(thinned);
    SparseMatrix all = new Thinning(40, 80).of(bought);
    assertThat(all.size()).isEqualTo(bought.size());
  }

  /** 80 customers, each of whom has some two to 40 of 40 items. */
  private static SparseMatrix random() {
    Random random = new Random(5);
    int[] rows = new int[80 * 40];
    int[] columns = new int[80 * 40];
    int count = 0;
    for (int customer = 0; customer < 80; customer++) {
      for (int item = 0; item < 40; item++) {
        if (item < 2 || random.nextInt(80) < customer) {
          rows[count] = customer;
          columns[count++] = item;
        }
      }
    }
    double[] values = new double[count];
    Arrays.fill(values, 1);
    return SparseMatrix.of(
        80, 40, Arrays.copyOf(rows, count), Arrays.copyOf(columns, count), values);
  }
}
