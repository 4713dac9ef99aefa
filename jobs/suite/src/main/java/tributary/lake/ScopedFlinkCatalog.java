package tributary.lake;

import java.util.HashMap;
import java.util.Map;
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

  private final TableScope scope;

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
    this.scope = scope;
  }

  @Override
  public CatalogTable getTable(ObjectPath path) throws TableNotExistException {
    CatalogTable table = super.getTable(path);
    Map<String, String> options = new HashMap<>(table.getOptions());
    if (!path.getObjectName().contains("$")) {
      TableName name = new TableName(path.getDatabaseName(), path.getObjectName());
      scope
          .branch(name)
          .ifPresent(
              branch -> {
                requireBranch(name, branch);
                options.put(FlinkWriteOptions.BRANCH.key(), branch);
              });
      scope
          .snapshot(name)
          .ifPresent(id -> options.put(FlinkReadOptions.SNAPSHOT_ID.key(), id.toString()));
    }
    return table.copy(options);
  }

  /** A sink would create the branch, without the rows it should start from. */
  private void requireBranch(TableName name, String branch) {
    new Branches(name, catalog().loadTable(name.identifier())).require(branch);
  }
}
