package tributary.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Contracts for tests. */
final class Contracts {
  static final TableName EVENTS = TableName.of("ops.events");

  private Contracts() {}

  static TableContract events() {
    return plain(EVENTS, new Column("id", "long", true, "Its number"));
  }

  static TableContract sales() {
    return new TableContract(
        TableName.of("curated.sales"),
        "one row per line item",
        "Typed and signed sales",
        List.of(
            new Column("product_id", "string", true, "The product's code"),
            new Column("quantity", "long", false, "Units sold"),
            new Column("amount", "decimal(20,4)", false, "What was paid"),
            new Column("sold_at", "timestamp", false, "When, in the shop's own time")),
        List.of("product_id"),
        List.of("month(sold_at)"),
        List.of("sold_at", "amount desc"),
        Checks.none(),
        Map.of());
  }

  static TableContract plain(TableName table, Column... columns) {
    return new TableContract(
        table,
        "one row per thing",
        "Things",
        List.of(columns),
        List.of(),
        List.of(),
        List.of(),
        Checks.none(),
        Map.of());
  }

  static TableContract with(TableContract contract, Column added) {
    List<Column> columns = new ArrayList<>(contract.columns());
    columns.add(added);
    return withColumns(contract, columns);
  }

  static TableContract withColumns(TableContract contract, List<Column> columns) {
    return changed(contract, columns, contract.partitioning(), contract.properties());
  }

  static TableContract withPartitioning(TableContract contract, String... partitioning) {
    return changed(contract, contract.columns(), List.of(partitioning), contract.properties());
  }

  static TableContract withProperties(TableContract contract, Map<String, String> properties) {
    return changed(contract, contract.columns(), contract.partitioning(), properties);
  }

  private static TableContract changed(
      TableContract contract,
      List<Column> columns,
      List<String> partitioning,
      Map<String, String> properties) {
    return new TableContract(
        contract.table(),
        contract.grain(),
        contract.comment(),
        columns,
        contract.key(),
        partitioning,
        contract.sort(),
        contract.checks(),
        properties);
  }
}
