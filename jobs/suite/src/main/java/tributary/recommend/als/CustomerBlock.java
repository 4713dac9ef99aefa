package tributary.recommend.als;

import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;

/**
 * Customers who stand together: all that is known of their purchases, by customer and by item. It
 * needs the items' factors to solve its customers, and gives its part of the items' equations; so
 * blocks may be on different machines.
 */
final class CustomerBlock {
  private final int first;
  private final int last;
  private final SparseMatrix byCustomer;
  private final int[] itemStarts;
  private final int[] customers;
  private final double[] values;

  /**
   * @param interactions customers in rows, items in columns
   * @param first the block's first customer
   * @param last its last one, exclusive
   */
  CustomerBlock(SparseMatrix interactions, int first, int last) {
    this.byCustomer = interactions;
    this.first = first;
    this.last = last;
    this.itemStarts = new int[interactions.columnCount() + 1];
    int begin = interactions.start(first);
    int end = last == first ? begin : interactions.end(last - 1);
    for (int at = begin; at < end; at++) {
      itemStarts[interactions.column(at) + 1]++;
    }
    for (int item = 0; item < interactions.columnCount(); item++) {
      itemStarts[item + 1] += itemStarts[item];
    }
    this.customers = new int[end - begin];
    this.values = new double[end - begin];
    int[] next = itemStarts.clone();
    for (int customer = first; customer < last; customer++) {
      for (int at = interactions.start(customer); at < interactions.end(customer); at++) {
        int to = next[interactions.column(at)]++;
        customers[to] = customer;
        values[to] = interactions.value(at);
      }
    }
  }

  /** Moves the block's customers towards their best vectors, given the items' factors. */
  void solveCustomers(
      Factors items, double[] itemGram, ImplicitAlsParams params, Factors customerFactors) {
    ConjugateGradient solver = new ConjugateGradient(items, itemGram, params);
    for (int customer = first; customer < last; customer++) {
      solver.improve(byCustomer, customer, customerFactors);
    }
  }

  /** Gives the block's customers their best vectors, given the items' factors. */
  void solveCustomersExactly(
      Factors items, double[] itemGram, ImplicitAlsParams params, Factors customerFactors) {
    NormalEquation equation = new NormalEquation(params.rank());
    for (int customer = first; customer < last; customer++) {
      equation.begin(itemGram, params.regularization());
      for (int at = byCustomer.start(customer); at < byCustomer.end(customer); at++) {
        equation.add(items, byCustomer.column(at), params.alpha() * byCustomer.value(at));
      }
      equation.flush();
      equation.solveInto(customerFactors, customer);
    }
  }

  /** Adds the block's part of an item's equation. */
  void addTo(int item, Factors customerFactors, double alpha, NormalEquation equation) {
    for (int at = itemStarts[item]; at < itemStarts[item + 1]; at++) {
      equation.add(customerFactors, customers[at], alpha * values[at]);
    }
    equation.flush();
  }
}
