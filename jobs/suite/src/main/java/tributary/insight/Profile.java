package tributary.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.ExternalTypeInfo;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.script.BoundLibrary;
import tributary.script.SqlSession;

/** What the columns of tables hold: each part of the rows by itself, then all parts together. */
final class Profile {
  /** The columns of {@code ops.column_profile} after the run. */
  static final DataType COLUMNS =
      DataTypes.ROW(
          DataTypes.FIELD("table_name", DataTypes.STRING()),
          DataTypes.FIELD("column_name", DataTypes.STRING()),
          DataTypes.FIELD("column_type", DataTypes.STRING()),
          DataTypes.FIELD("column_rows", DataTypes.BIGINT()),
          DataTypes.FIELD("missing_share", DataTypes.DOUBLE()),
          DataTypes.FIELD("distinct_values", DataTypes.BIGINT()),
          DataTypes.FIELD("minimum", DataTypes.STRING()),
          DataTypes.FIELD("maximum", DataTypes.STRING()),
          DataTypes.FIELD("mean", DataTypes.DOUBLE()),
          DataTypes.FIELD("standard_deviation", DataTypes.DOUBLE()),
          DataTypes.FIELD("skewness", DataTypes.DOUBLE()),
          DataTypes.FIELD("kurtosis", DataTypes.DOUBLE()),
          DataTypes.FIELD("p01", DataTypes.DOUBLE()),
          DataTypes.FIELD("p05", DataTypes.DOUBLE()),
          DataTypes.FIELD("p25", DataTypes.DOUBLE()),
          DataTypes.FIELD("p50", DataTypes.DOUBLE()),
          DataTypes.FIELD("p75", DataTypes.DOUBLE()),
          DataTypes.FIELD("p95", DataTypes.DOUBLE()),
          DataTypes.FIELD("p99", DataTypes.DOUBLE()));

  private Profile() {}

  /**
   * @param views view of the columns to look at, numbers as DOUBLE and all others as STRING, to the
   *     table whose they are
   */
  static Table of(SqlSession session, BoundLibrary library, Map<String, String> views) {
    StreamTableEnvironment tables = session.tables();
    DataStream<ColumnPart> all = null;
    for (Map.Entry<String, String> each : new TreeMap<>(views).entrySet()) {
      DataStream<ColumnPart> parts =
          session.from(
              library.view(each.getKey()), columns -> parts(tables, columns, each.getValue()));
      all = all == null ? parts : all.union(parts);
    }
    DataStream<Row> rows =
        all.map(part -> part)
            .returns(ColumnPart.class)
            .setParallelism(1)
            .fullWindowPartition()
            .mapPartition(new Merging())
            .returns(ExternalTypeInfo.<Row>of(COLUMNS));
    return tables.fromDataStream(rows);
  }

  private static DataStream<ColumnPart> parts(
      StreamTableEnvironment tables, Table columns, String name) {
    DataType rowType = columns.getResolvedSchema().toPhysicalRowDataType();
    DataStream<RowData> rows = tables.toDataStream(columns, rowType.bridgedTo(RowData.class));
    List<String> names = columns.getResolvedSchema().getColumnNames();
    ResolvedSchema schema = tables.from(name).getResolvedSchema();
    List<String> types = names.stream().map(column -> type(schema, column)).toList();
    return rows.transform(
        "profile " + name,
        TypeInformation.of(ColumnPart.class),
        new SketchOperator(name, names, types));
  }

  private static String type(ResolvedSchema schema, String name) {
    Column column = schema.getColumn(name).orElseThrow();
    return switch (column.getDataType().getLogicalType().getTypeRoot()) {
      case DECIMAL, DOUBLE, INTEGER, BIGINT -> ColumnSketch.NUMBER;
      case DATE -> "date";
      case TIMESTAMP_WITHOUT_TIME_ZONE -> "timestamp";
      case BOOLEAN -> "boolean";
      default -> "text";
    };
  }

  /** Puts the parts of each column together. */
  private static final class Merging implements MapPartitionFunction<ColumnPart, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public void mapPartition(Iterable<ColumnPart> parts, Collector<Row> rows) {
      Map<List<String>, ColumnSketch> columns = new LinkedHashMap<>();
      for (ColumnPart part : parts) {
        columns
            .computeIfAbsent(
                List.of(part.table(), part.column()),
                key -> new ColumnSketch(part.table(), part.column(), part.type()))
            .add(part);
      }
      columns.values().forEach(column -> rows.collect(column.row()));
    }
  }
}
