package tributary.recommend;

import org.apache.flink.types.Row;
import tributary.recommend.Purchases.Pair;

/**
 * Reads the view {@code purchases}. Its rows begin with a customer's number and a product's, from
 * 1, or 0 where a row is of a product or a customer by itself. A row of both is a pair, with its
 * six figures, or an exclusion; that of a customer has its segments, that of a product its category
 * and whether it may be offered again.
 */
final class PurchaseRows {
  private static final int GROUP_NOW = 8;
  private static final int GROUP_KNOWN = 9;
  private static final int IS_EXCLUDED = 10;
  private static final int IS_REPEATABLE = 11;

  private PurchaseRows() {}

  static Purchases read(Iterable<Row> rows) {
    Purchases purchases = new Purchases();
    for (Row row : rows) {
      int customer = row.<Integer>getFieldAs(0) - 1;
      int product = row.<Integer>getFieldAs(1) - 1;
      if (row.<Boolean>getFieldAs(IS_EXCLUDED)) {
        exclude(customer, product, purchases);
      } else if (product < 0) {
        purchases.seeCustomer(customer);
        purchases.segmentsNow().put(customer, row.<Integer>getFieldAs(GROUP_NOW) - 1);
        purchases.segmentsKnown().put(customer, row.<Integer>getFieldAs(GROUP_KNOWN) - 1);
      } else if (customer < 0) {
        product(product, row, purchases);
      } else {
        purchases.add(pair(customer, product, row));
      }
    }
    return purchases;
  }

  private static void exclude(int customer, int product, Purchases purchases) {
    if (customer < 0) {
      purchases.exclusions().exclude(product);
    } else {
      purchases.exclusions().exclude(customer, product);
    }
  }

  private static void product(int product, Row row, Purchases purchases) {
    purchases.seeProduct(product);
    purchases.categories().put(product, row.<Integer>getFieldAs(GROUP_NOW) - 1);
    if (row.<Boolean>getFieldAs(IS_REPEATABLE)) {
      purchases.exclusions().allowAgain(product);
    }
  }

  private static Pair pair(int customer, int product, Row row) {
    return new Pair(
        customer,
        product,
        row.getFieldAs(2),
        row.getFieldAs(3),
        row.getFieldAs(4),
        row.getFieldAs(5),
        row.getFieldAs(6),
        row.getFieldAs(7));
  }
}
