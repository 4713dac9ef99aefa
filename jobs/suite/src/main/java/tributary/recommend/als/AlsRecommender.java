package tributary.recommend.als;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Keepable;
import tributary.recommend.ranking.ModelNumber;
import tributary.recommend.ranking.ModelNumber.Part;
import tributary.recommend.ranking.ModelNumbers;

/**
 * Ranks by the inner product of factors, and says by which purchase a score is highest.
 *
 * <p>With A a customer's matrix and s = y(i)' A^-1 y(j), a customer who had not bought j would have
 * the vector that solves the equation without j's part; by Sherman and Morrison's formula the score
 * of i would be lower by s (1 + e (1 - p)) / (1 - e h), where e is j's confidence above 1, p its
 * own score and h = y(j)' A^-1 y(j). (Hu, Koren and Volinsky 2008, section 5, explain by s alone.)
 */
public final class AlsRecommender implements Keepable {
  private final ImplicitAlsModel model;
  private final SparseMatrix interactions;
  private final ImplicitAlsParams params;
  private final double[] gram;

  /**
   * @param model what was fitted
   * @param interactions what it was fitted to
   * @param params how
   */
  public AlsRecommender(
      ImplicitAlsModel model, SparseMatrix interactions, ImplicitAlsParams params) {
    this.model = model;
    this.interactions = interactions;
    this.params = params;
    this.gram = ImplicitAls.gram(model.items());
  }

  /**
   * One that was kept: customers' vectors follow from the items' and from what they have now, so a
   * customer whom it never saw is one like the others.
   */
  public static AlsRecommender of(
      ModelNumbers numbers, SparseMatrix interactions, ImplicitAlsParams params) {
    Factors items = numbers.factors(Part.ITEM_FACTOR, interactions.columnCount(), params.rank());
    ImplicitAlsModel model =
        new ImplicitAlsModel(ImplicitAls.customers(interactions, items, params), items);
    return new AlsRecommender(model, interactions, params);
  }

  @Override
  public Map<String, Number> parameters() {
    return params.byName();
  }

  /** The factors of all items that anybody has; those of others are 0. */
  @Override
  public void keep(Consumer<ModelNumber> numbers) {
    Factors items = model.items();
    for (int item = 0; item < items.count(); item++) {
      if (items.length(item) > 0) {
        for (int f = 0; f < items.rank(); f++) {
          double value = items.values()[item * items.rank() + f];
          numbers.accept(new ModelNumber(Part.ITEM_FACTOR, item, ModelNumber.NONE, f, value));
        }
      }
    }
  }

  @Override
  public String name() {
    return "als";
  }

  @Override
  public void score(int customer, double[] scores) {
    model.score(customer, scores);
  }

  /** The purchases without which the scores were lowest. */
  @Override
  public List<Optional<Because>> because(int customer, int[] items) {
    RealMatrix inverse = inverse(customer);
    return Arrays.stream(items).mapToObj(item -> because(customer, item, inverse)).toList();
  }

  private Optional<Because> because(int customer, int item, RealMatrix inverse) {
    double[] ofItem = inverse.operate(vector(item));
    double most = 0;
    int strongest = -1;
    for (int at = interactions.start(customer); at < interactions.end(customer); at++) {
      double lower = lower(customer, at, ofItem, inverse);
      if (lower > most) {
        most = lower;
        strongest = interactions.column(at);
      }
    }
    double score = model.customers().dot(customer, model.items(), item);
    return strongest < 0 ? Optional.empty() : Optional.of(new Because(strongest, score - most));
  }

  /** By how much a score were lower without a purchase. */
  private double lower(int customer, int at, double[] ofItem, RealMatrix inverse) {
    int other = interactions.column(at);
    double excess = params.alpha() * interactions.value(at);
    double[] vector = vector(other);
    double similarity = Factors.dot(ofItem, 0, vector, 0, vector.length);
    double own = Factors.dot(inverse.operate(vector), 0, vector, 0, vector.length);
    double score = model.customers().dot(customer, model.items(), other);
    return similarity * (1 + excess * (1 - score)) / (1 - excess * own);
  }

  private double[] vector(int item) {
    int rank = model.items().rank();
    double[] vector = new double[rank];
    System.arraycopy(model.items().values(), item * rank, vector, 0, rank);
    return vector;
  }

  private RealMatrix inverse(int customer) {
    int rank = model.items().rank();
    double[][] matrix = new double[rank][rank];
    for (int row = 0; row < rank; row++) {
      System.arraycopy(gram, row * rank, matrix[row], 0, rank);
      matrix[row][row] += params.regularization();
    }
    for (int at = interactions.start(customer); at < interactions.end(customer); at++) {
      double[] vector = vector(interactions.column(at));
      double excess = params.alpha() * interactions.value(at);
      for (int row = 0; row < rank; row++) {
        for (int column = 0; column < rank; column++) {
          // First of the two, so that the matrix is as symmetric as its decomposition demands.
          double both = vector[row] * vector[column];
          matrix[row][column] += excess * both;
        }
      }
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 0)
        .getSolver()
        .getInverse();
  }
}
