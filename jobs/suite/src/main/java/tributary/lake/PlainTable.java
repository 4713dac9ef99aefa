package tributary.lake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.ObjectPath;
import org.apache.flink.table.catalog.exceptions.TableNotExistException;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.Schema;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.source.IcebergSource;

/**
 * A table whose columns are read as they are stored. SQL would plan even that, at a cost per table.
 */
public final class PlainTable {
  private final TableLoader loader;
  private final Schema schema;
  private final Map<String, String> options;

  private PlainTable(TableLoader loader, Schema schema, Map<String, String> options) {
    this.loader = loader;
    this.schema = schema;
    this.options = options;
  }

  /** The state of a table that a catalog's SQL sees; nothing when the catalog is not the lake's. */
  public static Optional<PlainTable> of(Catalog catalog, TableName table) {
    return catalog instanceof ScopedFlinkCatalog scoped
        ? Optional.of(of(scoped, table))
        : Optional.empty();
  }

  private static PlainTable of(ScopedFlinkCatalog catalog, TableName table) {
    try {
      return new PlainTable(
          TableLoader.fromCatalog(catalog.loader(), table.identifier()),
          catalog.catalog().loadTable(table.identifier()).schema(),
          catalog.getTable(new ObjectPath(table.namespace(), table.name())).getOptions());
    } catch (TableNotExistException e) {
      throw new IllegalStateException("Cannot read %s: it is not there".formatted(table), e);
    }
  }

  /** The names of all columns. */
  public List<String> columnNames() {
    return FlinkSchemaUtil.convert(schema).getFieldNames();
  }

  /** The type of rows of some columns. */
  public RowType type(List<String> columns) {
    return FlinkSchemaUtil.convert(only(columns));
  }

  /**
   * Reads some columns, in the order in which they are named.
   *
   * @param config the options of the session
   */
  public DataStream<RowData> read(
      StreamExecutionEnvironment environment, ReadableConfig config, List<String> columns) {
    return IcebergSource.forRowData()
        .tableLoader(loader)
        .setAll(options)
        .project(only(columns))
        .flinkConfig(config)
        .buildStream(environment);
  }

  private Schema only(List<String> columns) {
    return new Schema(columns.stream().map(schema::findField).toList());
  }
}
