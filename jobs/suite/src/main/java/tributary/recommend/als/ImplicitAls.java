package tributary.recommend.als;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;

/**
 * Alternating least squares on implicit feedback (Hu, Koren and Volinsky 2008, "Collaborative
 * filtering for implicit feedback datasets", ICDM, section 4): the factors that minimise, over all
 * pairs of a customer and an item, confidence * (preference - x . y)^2, plus the regularisation;
 * preference is 1 where there was an interaction and 0 elsewhere, confidence 1 + alpha * value.
 *
 * <p>Customers stand in a fixed number of blocks. An iteration gives every block the items'
 * factors, solves its customers by the conjugate gradient method, sums what the blocks say of each
 * item's equation in the order of the blocks, and solves the items exactly; in the end the
 * customers too. So results do not depend on the number of threads, and blocks could be on
 * different machines.
 */
public final class ImplicitAls {
  private static final int BLOCKS = 16;

  private final ImplicitAlsParams params;
  private final List<CustomerBlock> blocks;
  private final Factors customers;
  private final Factors items;

  private ImplicitAls(SparseMatrix interactions, Factors items, ImplicitAlsParams params) {
    this.params = params;
    this.blocks = blocks(interactions);
    this.customers = Factors.zero(interactions.rowCount(), params.rank());
    this.items = items;
  }

  private static Factors drawn(int count, ImplicitAlsParams params) {
    Factors factors = Factors.zero(count, params.rank());
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(params.seed());
    double width = 1 / Math.sqrt(params.rank());
    Arrays.setAll(factors.values(), i -> (random.nextDouble() - 0.5) * width);
    return factors;
  }

  private static List<CustomerBlock> blocks(SparseMatrix interactions) {
    long count = interactions.rowCount();
    List<CustomerBlock> blocks = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      int first = (int) (count * block / BLOCKS);
      int last = (int) (count * (block + 1) / BLOCKS);
      blocks.add(new CustomerBlock(interactions, first, last));
    }
    return blocks;
  }

  /**
   * Fits a model, on the threads of the pool that it is called in, or of the common one.
   *
   * @param interactions customers in rows, items in columns; values of 0 and above
   */
  public static ImplicitAlsModel fit(SparseMatrix interactions, ImplicitAlsParams params) {
    if (interactions.lowest() < 0) {
      throw new IllegalArgumentException("Invalid interaction: " + interactions.lowest());
    }
    Factors items = drawn(interactions.columnCount(), params);
    ImplicitAls fit = new ImplicitAls(interactions, items, params);
    for (int iteration = 0; iteration < params.iterations(); iteration++) {
      fit.solveCustomers();
      fit.solveItems();
    }
    fit.solveCustomersExactly();
    return new ImplicitAlsModel(fit.customers, fit.items);
  }

  /**
   * The customers' vectors that are best for given vectors of the items.
   *
   * @param interactions customers in rows, the items in columns
   */
  public static Factors customers(
      SparseMatrix interactions, Factors items, ImplicitAlsParams params) {
    ImplicitAls fit = new ImplicitAls(interactions, items, params);
    fit.solveCustomersExactly();
    return fit.customers;
  }

  private void solveCustomers() {
    double[] gram = gram(items);
    blocks.parallelStream().forEach(block -> block.solveCustomers(items, gram, params, customers));
  }

  /** So that a customer's vector follows from the items' alone. */
  private void solveCustomersExactly() {
    double[] gram = gram(items);
    blocks.parallelStream()
        .forEach(block -> block.solveCustomersExactly(items, gram, params, customers));
  }

  private void solveItems() {
    double[] gram = gram(customers);
    int count = items.count();
    IntStream.range(0, BLOCKS)
        .parallel()
        .forEach(
            chunk -> {
              int last = (int) ((long) count * (chunk + 1) / BLOCKS);
              NormalEquation equation = new NormalEquation(params.rank());
              for (int item = (int) ((long) count * chunk / BLOCKS); item < last; item++) {
                equation.begin(gram, params.regularization());
                for (CustomerBlock block : blocks) {
                  block.addTo(item, customers, params.alpha(), equation);
                }
                equation.solveInto(items, item);
              }
            });
  }

  /** The sum of x x' over all vectors, summed by chunk and then in the order of the chunks. */
  static double[] gram(Factors factors) {
    int rank = factors.rank();
    List<double[]> parts =
        IntStream.range(0, BLOCKS)
            .parallel()
            .mapToObj(
                chunk ->
                    gram(
                        factors,
                        (int) ((long) factors.count() * chunk / BLOCKS),
                        (int) ((long) factors.count() * (chunk + 1) / BLOCKS)))
            .toList();
    double[] sum = new double[rank * rank];
    for (double[] part : parts) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  private static double[] gram(Factors factors, int first, int last) {
    int rank = factors.rank();
    double[] values = factors.values();
    double[] sum = new double[rank * rank];
    for (int vector = first; vector < last; vector++) {
      int offset = vector * rank;
      for (int row = 0; row < rank; row++) {
        double one = values[offset + row];
        for (int column = 0; column < rank; column++) {
          sum[row * rank + column] += one * values[offset + column];
        }
      }
    }
    return sum;
  }
}
