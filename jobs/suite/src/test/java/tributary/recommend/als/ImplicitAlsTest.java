package tributary.recommend.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.matrix.Triplets;
import tributary.recommend.ranking.Recommender.Because;

class ImplicitAlsTest {
  private static final ImplicitAlsParams PARAMS =
      ImplicitAlsParams.defaults().withRank(5).withIterations(8).withAlpha(3);

  @Test
  void solvesEverybodyExactlyWhenItTakesEnoughSteps() {
    SparseMatrix interactions = blocks(90, 40, 1);
    ImplicitAlsParams exact =
        new ImplicitAlsParams(5, 3, 3, PARAMS.regularization(), 30, PARAMS.seed());
    ImplicitAlsModel model = ImplicitAls.fit(interactions, exact);

    for (int customer = 0; customer < 90; customer++) {
      RealVector expected = solved(interactions, customer, model.items(), exact);
      for (int f = 0; f < 5; f++) {
        assertThat(model.customers().values()[customer * 5 + f])
            .isCloseTo(expected.getEntry(f), within(1e-8));
      }
    }
  }

  @Test
  void namesThePurchaseWithoutWhichAScoreIsLowest() {
    SparseMatrix interactions = blocks(90, 40, 1);
    ImplicitAlsModel model = ImplicitAls.fit(interactions, PARAMS);
    AlsRecommender recommender = new AlsRecommender(model, interactions, PARAMS);
    for (int customer = 0; customer < 90; customer += 7) {
      int item = (customer + 2) % 40;
      double lowest = Double.POSITIVE_INFINITY;
      int strongest = -1;
      for (int at = interactions.start(customer); at < interactions.end(customer); at++) {
        boolean[] isKept = new boolean[interactions.size()];
        Arrays.fill(isKept, true);
        isKept[at] = false;
        double without =
            solved(interactions.where(isKept), customer, model.items(), PARAMS)
                .dotProduct(vector(model.items(), item));
        if (without < lowest) {
          lowest = without;
          strongest = interactions.column(at);
        }
      }
      Because because = recommender.because(customer, new int[] {item}).get(0).orElseThrow();
      assertThat(because.item()).isEqualTo(strongest);
      assertThat(because.scoreWithout()).isCloseTo(lowest, within(1e-9));
    }
  }

  @Test
  void solvesItemsAsItSolvesCustomers() {
    SparseMatrix interactions = blocks(90, 40, 1);
    ImplicitAlsParams params =
        new ImplicitAlsParams(5, 2000, 3, PARAMS.regularization(), 30, PARAMS.seed());
    ImplicitAlsModel model = ImplicitAls.fit(interactions, params);
    SparseMatrix byItem = interactions.transpose();

    // After many iterations nothing moves any more, so the items fit the final customers.
    for (int item = 0; item < 40; item++) {
      RealVector expected = solved(byItem, item, model.customers(), params);
      for (int f = 0; f < 5; f++) {
        assertThat(model.items().values()[item * 5 + f])
            .isCloseTo(expected.getEntry(f), within(1e-4));
      }
    }
    assertThat(loss(interactions, model, params))
        .isLessThan(
            1.001 * loss(interactions, ImplicitAls.fit(interactions, params.withSeed(9)), params));
  }

  @Test
  void comesNearerWithEveryIteration() {
    SparseMatrix interactions = blocks(90, 40, 1);
    double before = Double.POSITIVE_INFINITY;
    for (int iterations = 1; iterations <= 6; iterations++) {
      ImplicitAlsParams params = PARAMS.withIterations(iterations);
      double loss = loss(interactions, ImplicitAls.fit(interactions, params), params);
      assertThat(loss).isLessThan(before);
      before = loss;
    }
  }

  @Test
  void prefersWhatTheOwnKindBuys() {
    SparseMatrix interactions = blocks(90, 40, 1);
    ImplicitAlsModel model = ImplicitAls.fit(interactions, PARAMS);
    double[] scores = new double[40];
    for (int customer = 0; customer < 90; customer++) {
      model.score(customer, scores);
      double own = 0;
      double other = 0;
      for (int item = 0; item < 40; item++) {
        if (item % 2 == customer % 2) {
          own += scores[item] / 20;
        } else {
          other += scores[item] / 20;
        }
      }
      assertThat(own).isGreaterThan(other + 0.2);
    }
  }

  @Test
  void givesTheSameOnAnyNumberOfThreads() throws Exception {
    SparseMatrix interactions = blocks(200, 60, 4);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      ImplicitAlsModel first = one.submit(() -> ImplicitAls.fit(interactions, PARAMS)).get();
      ImplicitAlsModel second = four.submit(() -> ImplicitAls.fit(interactions, PARAMS)).get();
      assertThat(second.customers().values()).isEqualTo(first.customers().values());
      assertThat(second.items().values()).isEqualTo(first.items().values());
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  @Test
  void givesZeroToWhomItDoesNotKnow() {
    Triplets triplets = new Triplets();
    triplets.add("ann", "tea", 1);
    triplets.add("bob", "tea", 2);
    SparseMatrix known = triplets.matrix().where(new boolean[] {true, false});
    ImplicitAlsModel model = ImplicitAls.fit(known, PARAMS);

    assertThat(model.customers().dot(1, model.items(), 0)).isZero();
    assertThat(model.customers().dot(0, model.items(), 0)).isBetween(0.5, 1.0);
    ImplicitAlsModel nobody = ImplicitAls.fit(new Triplets().matrix(), PARAMS);
    assertThat(nobody.items().values()).isEmpty();
  }

  @Test
  void refusesNegativeInteractions() {
    Triplets triplets = new Triplets();
    triplets.add("ann", "tea", -1);
    assertThatThrownBy(() -> ImplicitAls.fit(triplets.matrix(), PARAMS))
        .hasMessage("Invalid interaction: -1.0");
  }

  /** One vector by the formula: (Y'Y + Y'(C - I)Y + lambda I) x = Y'C p. */
  private static RealVector solved(
      SparseMatrix interactions, int row, Factors others, ImplicitAlsParams params) {
    int rank = others.rank();
    RealMatrix matrix = new Array2DRowRealMatrix(rank, rank);
    for (int other = 0; other < others.count(); other++) {
      RealVector y = vector(others, other);
      matrix = matrix.add(y.outerProduct(y));
    }
    RealVector right = new ArrayRealVector(rank);
    for (int at = interactions.start(row); at < interactions.end(row); at++) {
      RealVector y = vector(others, interactions.column(at));
      double excess = params.alpha() * interactions.value(at);
      matrix = matrix.add(y.outerProduct(y).scalarMultiply(excess));
      right = right.add(y.mapMultiply(1 + excess));
    }
    for (int f = 0; f < rank; f++) {
      matrix.addToEntry(f, f, params.regularization());
    }
    return new LUDecomposition(matrix).getSolver().solve(right);
  }

  private static double loss(
      SparseMatrix interactions, ImplicitAlsModel model, ImplicitAlsParams params) {
    double loss = 0;
    for (double value : model.customers().values()) {
      loss += params.regularization() * value * value;
    }
    for (double value : model.items().values()) {
      loss += params.regularization() * value * value;
    }
    for (int customer = 0; customer < interactions.rowCount(); customer++) {
      double[] confidence = new double[interactions.columnCount()];
      Arrays.fill(confidence, 1);
      for (int at = interactions.start(customer); at < interactions.end(customer); at++) {
        confidence[interactions.column(at)] += params.alpha() * interactions.value(at);
      }
      for (int item = 0; item < confidence.length; item++) {
        double preference = interactions.contains(customer, item) ? 1 : 0;
        double error = preference - model.customers().dot(customer, model.items(), item);
        loss += confidence[item] * error * error;
      }
    }
    return loss;
  }

  private static RealVector vector(Factors factors, int row) {
    double[] vector = new double[factors.rank()];
    System.arraycopy(factors.values(), row * factors.rank(), vector, 0, vector.length);
    return new ArrayRealVector(vector);
  }

  /** Customers who buy items of their own kind, even or odd, and now and then another. */
  private static SparseMatrix blocks(int customers, int items, long seed) {
    Random random = new Random(seed);
    Triplets triplets = new Triplets();
    for (int item = 0; item < items; item++) {
      triplets.add("c" + item % 2, "i" + item, 1);
    }
    for (int customer = 2; customer < customers; customer++) {
      for (int item = 0; item < items; item++) {
        if (random.nextDouble() < (item % 2 == customer % 2 ? 0.4 : 0.02)) {
          triplets.add("c" + customer, "i" + item, 1 + random.nextInt(3));
        }
      }
      triplets.add("c" + customer, "own" + customer, 0);
    }
    return kept(triplets.matrix(), customers, items);
  }

  /** Without the items that only made sure that every customer has a number. */
  private static SparseMatrix kept(SparseMatrix matrix, int customers, int items) {
    int size = 0;
    int[] rows = new int[matrix.size()];
    int[] columns = new int[matrix.size()];
    double[] values = new double[matrix.size()];
    for (int row = 0; row < matrix.rowCount(); row++) {
      for (int at = matrix.start(row); at < matrix.end(row); at++) {
        if (matrix.column(at) < items) {
          rows[size] = row;
          columns[size] = matrix.column(at);
          values[size++] = matrix.value(at);
        }
      }
    }
    return SparseMatrix.of(
        customers,
        items,
        Arrays.copyOf(rows, size),
        Arrays.copyOf(columns, size),
        Arrays.copyOf(values, size));
  }
}
