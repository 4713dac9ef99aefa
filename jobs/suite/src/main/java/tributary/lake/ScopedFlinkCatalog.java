package tributary.lake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.ObjectPath;
import org.apache.flink.table.catalog.exceptions.TableNotExistException;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.FlinkCatalog;
import org.apache.iceberg.flink.FlinkReadOptions;
import org.apache.iceberg.flink.FlinkWriteOptions;

/** Flink's picture of the lake, in which plain SQL reads and writes the scope's branches. */
final class ScopedFlinkCatalog extends FlinkCatalog {
  private static final String DEFAULT_DATABASE = "default";

  private final CatalogLoader loader;
  private final TableScope scope;
  private final Map<String, Boolean> knownDatabases = new ConcurrentHashMap<>();
  // Contracts are met before a run has its branches: within a scope no definition changes.
  private final Map<ObjectPath, CatalogTable> scopedTables = new ConcurrentHashMap<>();

  ScopedFlinkCatalog(String name, CatalogLoader loader, TableScope scope) {
    // Properties given here become options of every table, which SQL shows: only the loader has
    // the secrets.
    super(
        name,
        DEFAULT_DATABASE,
        Namespace.empty(),
        loader,
        Map.of(),
        false,
        CatalogProperties.CACHE_EXPIRATION_INTERVAL_MS_OFF);
    this.loader = loader;
    this.scope = scope;
  }

  /** How tasks get to the tables. */
  CatalogLoader loader() {
    return loader;
  }

  /**
   * The planner asks with every mention of a table, for the default database first: a namespace is
   * never dropped, and none of that name is made.
   */
  @Override
  public boolean databaseExists(String database) {
    Boolean known = knownDatabases.get(database);
    if (known != null) {
      return known;
    }
    boolean exists = super.databaseExists(database);
    if (exists || database.equals(DEFAULT_DATABASE)) {
      knownDatabases.put(database, exists);
    }
    return exists;
  }

  @Override
  public CatalogTable getTable(ObjectPath path) throws TableNotExistException {
    CatalogTable known = scopedTables.get(path);
    if (known != null) {
      return known;
    }
    CatalogTable table = super.getTable(path);
    if (path.getObjectName().contains("$")) {
      return table;
    }
    TableName name = new TableName(path.getDatabaseName(), path.getObjectName());
    Optional<String> branch = scope.branch(name);
    Optional<Long> snapshot = scope.snapshot(name);
    if (branch.isEmpty() && snapshot.isEmpty()) {
      return table;
    }
    Map<String, String> options = new HashMap<>(table.getOptions());
    branch.ifPresent(
        each -> {
          requireBranch(name, each);
          options.put(FlinkWriteOptions.BRANCH.key(), each);
        });
    snapshot.ifPresent(id -> options.put(FlinkReadOptions.SNAPSHOT_ID.key(), id.toString()));
    CatalogTable scoped = table.copy(options);
    scopedTables.put(path, scoped);
    return scoped;
  }

  /** A sink would create the branch, without the rows it should start from. */
  private void requireBranch(TableName name, String branch) {
    new Branches(name, catalog().loadTable(name.identifier())).require(branch);
  }
}
