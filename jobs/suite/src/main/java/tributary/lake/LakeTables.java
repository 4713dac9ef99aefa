package tributary.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import tributary.config.UserError;

/** The tables of a catalog: found, made, brought to their contracts. */
final class LakeTables {
  private static final String FORMAT_VERSION = "2";

  private final Catalog catalog;
  private final SupportsNamespaces namespaces;

  LakeTables(Catalog catalog) {
    this.catalog = catalog;
    this.namespaces = (SupportsNamespaces) catalog;
  }

  Table load(TableName name) {
    try {
      return catalog.loadTable(name.identifier());
    } catch (NoSuchTableException | NoSuchNamespaceException e) {
      throw new UserError(
          "Cannot find table %s: the lake has no such table; it may not have been filled yet"
              .formatted(name),
          e);
    }
  }

  boolean exists(TableName name) {
    return catalog.tableExists(name.identifier());
  }

  List<TableName> list() {
    List<TableName> tables = new ArrayList<>();
    for (Namespace namespace : namespaces.listNamespaces()) {
      catalog.listTables(namespace).forEach(table -> tables.add(TableName.from(table)));
    }
    return tables.stream().sorted().toList();
  }

  void ensure(TableContract contract) {
    try {
      Table table = catalog.loadTable(contract.table().identifier());
      TableEvolution.apply(contract, table);
      begin(table);
    } catch (NoSuchTableException | NoSuchNamespaceException e) {
      begin(create(contract));
    }
  }

  /** The snapshot that a branch or tag points to; empty when there is none. */
  static Optional<Snapshot> snapshot(Table table, String ref) {
    return Stream.ofNullable(table.refs().get(ref))
        .map(SnapshotRef::snapshotId)
        .map(table::snapshot)
        .findFirst();
  }

  private Table create(TableContract contract) {
    createNamespace(Namespace.of(contract.table().namespace()));
    Schema schema = TableShape.schema(contract);
    return catalog
        .buildTable(contract.table().identifier(), schema)
        .withPartitionSpec(TableShape.partitioning(contract, schema))
        .withSortOrder(TableShape.sort(contract, schema))
        .withProperties(TableShape.properties(contract))
        .withProperty("format-version", FORMAT_VERSION)
        .create();
  }

  /** Gives a table its first, empty state, so that there is one to branch from and go back to. */
  private static void begin(Table table) {
    if (table.currentSnapshot() == null) {
      table.newAppend().commit();
    }
  }

  private void createNamespace(Namespace namespace) {
    if (namespaces.namespaceExists(namespace)) {
      return;
    }
    try {
      namespaces.createNamespace(namespace);
    } catch (AlreadyExistsException e) {
      // Another writer made it meanwhile.
      return;
    }
  }
}
