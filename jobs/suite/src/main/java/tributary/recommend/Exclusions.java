package tributary.recommend;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import tributary.recommend.matrix.SparseMatrix;

/** What is not to be offered, to whom; customers and products go by numbers from 0. */
final class Exclusions {
  private final BitSet fromAll = new BitSet();
  private final BitSet repeatable = new BitSet();
  private final Map<Integer, BitSet> fromOne = new HashMap<>();

  /** Nobody is to be offered a product. */
  void exclude(int product) {
    fromAll.set(product);
  }

  /** A customer is not to be offered a product. */
  void exclude(int customer, int product) {
    fromOne.computeIfAbsent(customer, each -> new BitSet()).set(product);
  }

  /** A product may be offered to who has bought it. */
  void allowAgain(int product) {
    repeatable.set(product);
  }

  /** All products that a customer is not to be offered; a set of the caller's own. */
  BitSet of(int customer, SparseMatrix bought) {
    BitSet excluded = new BitSet(bought.columnCount());
    for (int at = bought.start(customer); at < bought.end(customer); at++) {
      excluded.set(bought.column(at));
    }
    excluded.andNot(repeatable);
    excluded.or(fromAll);
    excluded.or(fromOne.getOrDefault(customer, new BitSet()));
    return excluded;
  }
}
