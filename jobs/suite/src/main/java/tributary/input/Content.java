package tributary.input;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import tributary.config.UserError;

/** What input lines are of, and the canonical columns to which a profile maps them; all text. */
public enum Content {
  TRANSACTIONS(
      "input_lines",
      List.of(
          "transaction_id",
          "product_id",
          "product_name",
          "customer_id",
          "quantity",
          "unit_price",
          "amount",
          "currency",
          "sold_at",
          "country",
          "store",
          "category",
          "subcategory",
          "declared_kind")),
  CUSTOMERS(
      "input_customers",
      List.of(
          "customer_id",
          "country",
          "birth_year",
          "age",
          "gender",
          "education",
          "has_partner",
          "income",
          "children_at_home",
          "teenagers_at_home",
          "enrolled_on",
          "attributes"));

  private final String view;
  private final List<String> columns;

  Content(String view, List<String> columns) {
    this.view = view;
    this.columns = columns;
  }

  /** The view that {@link SourceProfile#register} makes of them. */
  public String view() {
    return view;
  }

  /** The names of the canonical columns, in the order of the view. */
  public List<String> columns() {
    return columns;
  }

  /**
   * What a mapping gives: customers when it names one and nothing of a transaction.
   *
   * @throws UserError when it has other columns, or lacks one that is needed
   */
  static Content of(ResolvedSchema mapping) {
    List<String> names = mapping.getColumnNames();
    List<String> ofSales = new ArrayList<>(TRANSACTIONS.columns);
    ofSales.removeAll(CUSTOMERS.columns);
    boolean isOfCustomers =
        names.contains("customer_id") && names.stream().noneMatch(ofSales::contains);
    Content content = isOfCustomers ? CUSTOMERS : TRANSACTIONS;
    content.check(mapping);
    return content;
  }

  private void check(ResolvedSchema mapping) {
    List<String> names = mapping.getColumnNames();
    for (Column column : mapping.getColumns()) {
      if (!columns.contains(column.getName()) && !column.getName().equals(LineColumn.NAME)) {
        throw new UserError(
            "the SELECT gives a column '%s', which is none of %s, %s"
                .formatted(column.getName(), LineColumn.NAME, String.join(", ", columns)));
      }
    }
    boolean passesLine =
        mapping
            .getColumn(LineColumn.NAME)
            .filter(column -> column.getDataType().getChildren().size() == LineColumn.FIELDS.size())
            .isPresent();
    if (!passesLine) {
      throw new UserError(
          "the SELECT does not pass on the column '%s' of the first table before it"
              .formatted(LineColumn.NAME));
    }
    if (this == TRANSACTIONS && !names.contains("sold_at")) {
      throw new UserError("the SELECT gives no column 'sold_at'");
    }
    if (this == TRANSACTIONS && !names.contains("unit_price") && !names.contains("amount")) {
      throw new UserError("the SELECT gives neither a column 'unit_price' nor 'amount'");
    }
  }
}
