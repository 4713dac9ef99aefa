package tributary.segment.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The one-to-one assignment with the greatest sum of gains, as a linear programme: every row and
 * every column is used at most once. Its corners are whole numbers (Birkhoff and von Neumann), and
 * the simplex method ends in a corner.
 */
final class Assignment {
  /** Of a row without a column. */
  static final int NONE = -1;

  private static final double TAKEN = 0.5;

  private record Pair(int row, int column) {}

  private Assignment() {}

  /**
   * Each row's column, or {@link #NONE}.
   *
   * @param gains rows x columns; a pair that gains nothing is never assigned
   */
  static int[] best(double[][] gains) {
    int[] columns = new int[gains.length];
    Arrays.fill(columns, NONE);
    List<Pair> pairs = pairs(gains);
    if (pairs.isEmpty()) {
      return columns;
    }
    double[] solution = solve(gains, pairs);
    for (int i = 0; i < solution.length; i++) {
      if (solution[i] > TAKEN) {
        columns[pairs.get(i).row()] = pairs.get(i).column();
      }
    }
    return columns;
  }

  private static List<Pair> pairs(double[][] gains) {
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < gains.length; row++) {
      for (int column = 0; column < gains[row].length; column++) {
        if (gains[row][column] > 0) {
          pairs.add(new Pair(row, column));
        }
      }
    }
    return pairs;
  }

  private static double[] solve(double[][] gains, List<Pair> pairs) {
    double[] gain = pairs.stream().mapToDouble(pair -> gains[pair.row()][pair.column()]).toArray();
    int[] rows = pairs.stream().mapToInt(Pair::row).toArray();
    int[] columns = pairs.stream().mapToInt(Pair::column).toArray();
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int row = 0; row < gains.length; row++) {
      constraints.add(atMostOnce(rows, row));
    }
    for (int column = 0; column < gains[0].length; column++) {
      constraints.add(atMostOnce(columns, column));
    }
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(gain, 0),
            new LinearConstraintSet(constraints),
            GoalType.MAXIMIZE,
            new NonNegativeConstraint(true))
        .getPoint();
  }

  private static LinearConstraint atMostOnce(int[] places, int wanted) {
    double[] uses = Arrays.stream(places).mapToDouble(place -> place == wanted ? 1 : 0).toArray();
    return new LinearConstraint(uses, Relationship.LEQ, 1);
  }
}
