package tributary.generate;

import static tributary.generate.Column.optional;
import static tributary.generate.Column.required;
import static tributary.generate.ColumnType.DATE;
import static tributary.generate.ColumnType.DECIMAL;
import static tributary.generate.ColumnType.FLAG;
import static tributary.generate.ColumnType.MOMENT;
import static tributary.generate.ColumnType.NUMBER;
import static tributary.generate.ColumnType.TEXT;

import java.math.BigDecimal;
import java.util.List;

/**
 * The columns of a file.
 *
 * @param table the file's name without its ending
 */
record Layout<T>(String table, List<Column<T>> columns) {
  static final Layout<SaleLine> TRANSACTIONS =
      new Layout<>(
          "transactions",
          List.of(
              required("transaction_id", TEXT, SaleLine::transactionId),
              optional("customer_id", TEXT, SaleLine::customerId),
              required("product_id", TEXT, line -> line.product().id()),
              required("product_name", TEXT, line -> line.product().name()),
              required("category", TEXT, line -> line.product().category().title()),
              required("subcategory", TEXT, line -> line.product().subcategory()),
              required("quantity", NUMBER, SaleLine::quantity),
              required("unit_price", DECIMAL, SaleLine::unitPrice),
              required("sold_at", MOMENT, SaleLine::soldAt),
              required("country", TEXT, line -> line.customer().country().title()),
              optional("returned_transaction_id", TEXT, SaleLine::returnedTransactionId)));

  static final Layout<Demographics> CUSTOMERS =
      new Layout<>(
          "customers",
          List.of(
              required("customer_id", TEXT, row -> row.customer().id()),
              required("age", NUMBER, Demographics::age),
              required("gender", TEXT, Demographics::gender),
              required("income", NUMBER, Demographics::income),
              required("education", TEXT, Demographics::education),
              required("partner", FLAG, Demographics::partner),
              required("children_at_home", NUMBER, Demographics::childrenAtHome),
              required("country", TEXT, row -> row.customer().country().title()),
              required("customer_since", DATE, Demographics::customerSince)));

  static final Layout<Product> PRODUCTS =
      new Layout<>(
          "products",
          List.of(
              required("product_id", TEXT, Product::id),
              required("product_name", TEXT, Product::name),
              required("category", TEXT, product -> product.category().title()),
              required("subcategory", TEXT, Product::subcategory),
              required("list_price", DECIMAL, Layout::listPrice),
              required("popularity", DECIMAL, Layout::popularity)));

  private static BigDecimal listPrice(Product product) {
    return BigDecimal.valueOf(product.listPriceCents(), 2);
  }

  private static BigDecimal popularity(Product product) {
    return BigDecimal.valueOf(product.popularityPercent(), 2);
  }
}
