package tributary.input;

import java.util.List;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import tributary.config.UserError;

/** The columns to which every profile maps its files; all are text. */
public final class CanonicalColumns {
  /** Their names, in the order of {@code input_lines}. */
  public static final List<String> NAMES =
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
          "declared_kind");

  private CanonicalColumns() {}

  /**
   * @throws UserError when a profile's mapping has other columns, or lacks one that is needed
   */
  static void check(ResolvedSchema mapping) {
    List<String> names = mapping.getColumnNames();
    for (Column column : mapping.getColumns()) {
      if (!NAMES.contains(column.getName()) && !column.getName().equals(LineColumn.NAME)) {
        throw new UserError(
            "the SELECT gives a column '%s', which is none of %s, %s"
                .formatted(column.getName(), LineColumn.NAME, String.join(", ", NAMES)));
      }
    }
    boolean passesLine =
        mapping
            .getColumn(LineColumn.NAME)
            .filter(column -> column.getDataType().getChildren().size() == LineColumn.FIELDS.size())
            .isPresent();
    if (!passesLine) {
      throw new UserError(
          "the SELECT does not pass on the column '%s' of the transactions table"
              .formatted(LineColumn.NAME));
    }
    if (!names.contains("sold_at")) {
      throw new UserError("the SELECT gives no column 'sold_at'");
    }
    if (!names.contains("unit_price") && !names.contains("amount")) {
      throw new UserError("the SELECT gives neither a column 'unit_price' nor 'amount'");
    }
  }
}
