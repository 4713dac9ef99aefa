package tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericAppenderFactory;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Writes and reads a table without Flink; what it writes fits in memory. */
final class SmallTable {
  private final Table table;
  private final RowConverter converter;

  SmallTable(TableName name, Table table) {
    this.table = table;
    this.converter = new RowConverter(name, table.schema());
  }

  void append(String ref, List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    AppendFiles append = table.newAppend().toBranch(ref);
    write(rows).forEach(append::appendFile);
    append.commit();
  }

  void replace(String ref, List<Map<String, Object>> rows) {
    replacement(rows).toBranch(ref).commit();
  }

  /** What replaces all rows, to be committed. */
  OverwriteFiles replacement(List<Map<String, Object>> rows) {
    OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
    write(rows).forEach(overwrite::addFile);
    return overwrite;
  }

  List<Map<String, Object>> rows(Snapshot snapshot, Collection<String> columns) {
    List<Map<String, Object>> rows = new ArrayList<>();
    scan(snapshot, columns, Map.of(), rows::add);
    return rows;
  }

  /** Reads rows one by one, so that even those of a large table need no memory. */
  void scan(
      Snapshot snapshot,
      Collection<String> columns,
      Map<String, ? extends Collection<?>> only,
      Consumer<Map<String, Object>> reader) {
    columns.forEach(converter::requireColumn);
    IcebergGenerics.ScanBuilder scan =
        IcebergGenerics.read(table)
            .useSnapshot(snapshot.snapshotId())
            .where(filter(only))
            .select(columns);
    try (CloseableIterable<Record> records = scan.build()) {
      records.forEach(row -> reader.accept(converter.rowOf(row, columns)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + table.name(), e);
    }
  }

  private Expression filter(Map<String, ? extends Collection<?>> only) {
    Expression filter = Expressions.alwaysTrue();
    for (Map.Entry<String, ? extends Collection<?>> each : only.entrySet()) {
      converter.requireColumn(each.getKey());
      List<Object> values = each.getValue().stream().map(SmallTable::literal).toList();
      filter = Expressions.and(filter, Expressions.in(each.getKey(), values));
    }
    return filter;
  }

  /** Iceberg reads dates of literals as texts. */
  private static Object literal(Object value) {
    return value instanceof LocalDate date ? date.toString() : value;
  }

  private List<DataFile> write(List<Map<String, Object>> rows) {
    Map<PartitionKey, List<Record>> partitions = new LinkedHashMap<>();
    InternalRecordWrapper wrapper = new InternalRecordWrapper(table.schema().asStruct());
    for (Map<String, Object> row : rows) {
      Record record = converter.recordOf(row);
      PartitionKey key = new PartitionKey(table.spec(), table.schema());
      key.partition(wrapper.wrap(record));
      partitions.computeIfAbsent(key, ignored -> new ArrayList<>()).add(record);
    }
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, 0, 0)
            .format(FileFormat.PARQUET)
            .operationId(UUID.randomUUID().toString())
            .build();
    List<DataFile> written = new ArrayList<>();
    partitions.forEach((key, records) -> written.add(write(files, key, records)));
    return written;
  }

  private DataFile write(OutputFileFactory files, PartitionKey key, List<Record> records) {
    Optional<PartitionKey> partition =
        table.spec().isUnpartitioned() ? Optional.empty() : Optional.of(key);
    GenericAppenderFactory appenders =
        new GenericAppenderFactory(table.schema(), table.spec()).setAll(table.properties());
    DataWriter<Record> writer =
        appenders.newDataWriter(
            partition.map(files::newOutputFile).orElseGet(files::newOutputFile),
            FileFormat.PARQUET,
            partition.orElse(null));
    try (writer) {
      records.forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + table.name(), e);
    }
    return writer.toDataFile();
  }
}
