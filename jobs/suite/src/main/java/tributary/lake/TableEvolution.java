package tributary.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.ReplaceSortOrder;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;

/** Brings a table to its contract, in one commit, or says why it cannot. */
final class TableEvolution {
  private final TableContract contract;
  private final Table table;
  private final Transaction transaction;
  private boolean hasChanges;

  private TableEvolution(TableContract contract, Table table) {
    this.contract = contract;
    this.table = table;
    this.transaction = table.newTransaction();
  }

  /**
   * Evolves a table where it differs from its contract.
   *
   * @throws IllegalStateException when the contract drops, moves, or changes the type of a column
   *     or changes the partitioning; the table is then as it was
   */
  static void apply(TableContract contract, Table table) {
    new TableEvolution(contract, table).run();
  }

  private void run() {
    evolveColumns();
    checkPartitioning();
    evolveSort();
    evolveProperties();
    if (hasChanges) {
      transaction.commitTransaction();
    }
  }

  private void evolveColumns() {
    List<Types.NestedField> existing = table.schema().columns();
    List<Column> wanted = contract.columns();
    if (existing.size() > wanted.size()) {
      throw cannot(
          "column " + existing.get(wanted.size()).name() + " is no longer in the contract");
    }
    List<Consumer<UpdateSchema>> changes = new ArrayList<>();
    for (int i = 0; i < existing.size(); i++) {
      evolveColumn(changes, existing.get(i), wanted.get(i));
    }
    for (Column column : wanted.subList(existing.size(), wanted.size())) {
      Type type = TableShape.type(column);
      changes.add(update -> update.addColumn(column.name(), type, column.comment()));
    }
    if (changes.isEmpty()) {
      return;
    }
    UpdateSchema update = transaction.updateSchema();
    changes.forEach(change -> change.accept(update));
    update.commit();
    hasChanges = true;
  }

  private void evolveColumn(
      List<Consumer<UpdateSchema>> changes, Types.NestedField field, Column column) {
    if (!field.name().equals(column.name())) {
      throw cannot(
          "column %s stands where the table has %s; new columns come last"
              .formatted(column.name(), field.name()));
    }
    Type type = TableShape.type(column);
    if (!type.equals(field.type())) {
      if (!TypeUtil.isPromotionAllowed(field.type(), type.asPrimitiveType())) {
        throw cannot(
            "column %s is %s in the table and %s in the contract"
                .formatted(column.name(), ColumnType.nameOf(field.type()), column.type()));
      }
      changes.add(update -> update.updateColumn(column.name(), type.asPrimitiveType()));
    }
    if (!column.comment().equals(field.doc())) {
      changes.add(update -> update.updateColumnDoc(column.name(), column.comment()));
    }
  }

  private void checkPartitioning() {
    Schema schema = transaction.table().schema();
    PartitionSpec wanted = TableShape.partitioning(contract, schema);
    if (!wanted.compatibleWith(table.spec())) {
      throw cannot(
          "it is partitioned by %s and the contract says %s"
              .formatted(table.spec().fields(), contract.partitioning()));
    }
  }

  private void evolveSort() {
    SortOrder wanted = TableShape.sort(contract, transaction.table().schema());
    if (wanted.sameOrder(table.sortOrder())) {
      return;
    }
    ReplaceSortOrder update = transaction.replaceSortOrder();
    contract.sort().stream()
        .map(text -> SortField.parse(text).orElseThrow())
        .forEach(field -> field.addTo(update));
    update.commit();
    hasChanges = true;
  }

  private void evolveProperties() {
    Map<String, String> wanted = new HashMap<>(TableShape.properties(contract));
    wanted.entrySet().removeAll(table.properties().entrySet());
    if (wanted.isEmpty()) {
      return;
    }
    UpdateProperties update = transaction.updateProperties();
    wanted.forEach(update::set);
    update.commit();
    hasChanges = true;
  }

  private IllegalStateException cannot(String why) {
    return new IllegalStateException(
        "Cannot bring table %s to its contract: %s".formatted(contract.table(), why));
  }
}
