package tributary.recommend.ranking;

import java.util.Arrays;
import tributary.recommend.matrix.SparseMatrix;

/**
 * Draws from what customers bought, by a hash and not by chance, so that the same purchases give
 * the same sample. What compares an item's buyers in pairs, basket by basket, then takes a time
 * that grows with the number of items alone.
 *
 * @param itemsPerCustomer how many of a customer's items are kept at most
 * @param customersPerItem how many of an item's customers are kept at most, of those that are left
 */
public record Thinning(int itemsPerCustomer, int customersPerItem) {
  /** A part of the pairs; customers with a single item left, who link nothing, are left out. */
  public SparseMatrix of(SparseMatrix interactions) {
    SparseMatrix baskets = few(interactions, itemsPerCustomer, true);
    SparseMatrix byItem = few(baskets.transpose(), customersPerItem, false);
    SparseMatrix both = byItem.transpose();
    boolean[] links = new boolean[both.size()];
    for (int customer = 0; customer < both.rowCount(); customer++) {
      Arrays.fill(links, both.start(customer), both.end(customer), both.size(customer) > 1);
    }
    return both.where(links);
  }

  private static SparseMatrix few(SparseMatrix matrix, int most, boolean hasCustomersInRows) {
    boolean[] isKept = new boolean[matrix.size()];
    for (int row = 0; row < matrix.rowCount(); row++) {
      long[] hashes = new long[matrix.size(row)];
      for (int i = 0; i < hashes.length; i++) {
        int column = matrix.column(matrix.start(row) + i);
        hashes[i] = hasCustomersInRows ? hash(row, column) : hash(column, row);
      }
      long[] sorted = hashes.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < hashes.length; i++) {
        isKept[matrix.start(row) + i] = hashes.length <= most || hashes[i] < sorted[most];
      }
    }
    return matrix.where(isKept);
  }

  /** The finaliser of SplitMix64, a bijection: no two pairs have the same. */
  private static long hash(int customer, int item) {
    long z = ((long) customer << 32 | item) + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
