package tributary.lake;

import java.util.List;
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
 * Columns of a table as they are stored. SQL would plan even that, at a cost per table.
 *
 * @param type of the rows
 * @param rows the columns that were asked for, in that order
 */
public record PlainColumns(RowType type, DataStream<RowData> rows) {

  /**
   * Reads the state of a table that a catalog's SQL sees.
   *
   * @param catalog where the table is; there are no columns when it is not the lake's
   * @param config the options of the session
   */
  public static Optional<PlainColumns> read(
      Catalog catalog,
      StreamExecutionEnvironment environment,
      ReadableConfig config,
      TableName table,
      List<String> columns) {
    return catalog instanceof ScopedFlinkCatalog scoped
        ? Optional.of(read(scoped, environment, config, table, columns))
        : Optional.empty();
  }

  private static PlainColumns read(
      ScopedFlinkCatalog catalog,
      StreamExecutionEnvironment environment,
      ReadableConfig config,
      TableName table,
      List<String> columns) {
    Schema all = catalog.catalog().loadTable(table.identifier()).schema();
    Schema schema = new Schema(columns.stream().map(all::findField).toList());
    try {
      DataStream<RowData> rows =
          IcebergSource.forRowData()
              .tableLoader(TableLoader.fromCatalog(catalog.loader(), table.identifier()))
              .setAll(
                  catalog.getTable(new ObjectPath(table.namespace(), table.name())).getOptions())
              .project(schema)
              .flinkConfig(config)
              .buildStream(environment);
      return new PlainColumns(FlinkSchemaUtil.convert(schema), rows);
    } catch (TableNotExistException e) {
      throw new IllegalStateException("Cannot read %s: it is not there".formatted(table), e);
    }
  }
}
