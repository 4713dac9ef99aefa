package tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;

/** Describes tables from their metadata. */
final class TableDescriber {
  private TableDescriber() {}

  static TableDescription describe(TableName name, Table table) {
    Optional<Snapshot> current = Optional.ofNullable(table.currentSnapshot());
    return new TableDescription(
        name,
        table.properties().getOrDefault(TableShape.GRAIN, ""),
        table.properties().getOrDefault(TableShape.COMMENT, ""),
        table.schema().columns().stream().map(TableDescriber::column).toList(),
        partitioning(table),
        sort(table),
        rowCount(table, current),
        count(current, SnapshotSummary.TOTAL_DATA_FILES_PROP),
        count(current, SnapshotSummary.TOTAL_FILE_SIZE_PROP),
        current.map(TableDescriber::state),
        refs(table, SnapshotRef::isBranch),
        refs(table, SnapshotRef::isTag),
        table.properties());
  }

  /** Rows of a snapshot: by its summary, or, where a writer left none, by its manifests. */
  static long rowCount(Table table, Optional<Snapshot> snapshot) {
    boolean hasSummary =
        snapshot
            .map(Snapshot::summary)
            .map(summary -> summary.containsKey(SnapshotSummary.TOTAL_RECORDS_PROP))
            .orElse(true);
    if (hasSummary) {
      return count(snapshot, SnapshotSummary.TOTAL_RECORDS_PROP)
          - count(snapshot, SnapshotSummary.TOTAL_POS_DELETES_PROP);
    }
    return snapshot.stream()
        .flatMap(present -> present.dataManifests(table.io()).stream())
        .mapToLong(TableDescriber::liveRows)
        .sum();
  }

  static List<String> columnNames(Table table) {
    return table.schema().columns().stream().map(Types.NestedField::name).toList();
  }

  static Set<String> dataFiles(Table table, Snapshot snapshot) {
    Set<String> locations = new TreeSet<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
      tasks.forEach(task -> locations.add(task.file().location()));
      return locations;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the data files of " + table.name(), e);
    }
  }

  private static long liveRows(ManifestFile manifest) {
    return manifest.addedRowsCount() + manifest.existingRowsCount();
  }

  private static long count(Optional<Snapshot> snapshot, String property) {
    return snapshot
        .map(Snapshot::summary)
        .map(summary -> summary.get(property))
        .map(Long::parseLong)
        .orElse(0L);
  }

  private static TableDescription.State state(Snapshot snapshot) {
    return new TableDescription.State(
        snapshot.snapshotId(),
        Instant.ofEpochMilli(snapshot.timestampMillis()),
        Optional.ofNullable(snapshot.operation()).orElse(""),
        Optional.ofNullable(snapshot.summary()).orElse(Map.of()));
  }

  private static Column column(Types.NestedField field) {
    return new Column(
        field.name(),
        ColumnType.nameOf(field.type()),
        field.isRequired(),
        Optional.ofNullable(field.doc()).orElse(""));
  }

  private static List<String> partitioning(Table table) {
    return table.spec().fields().stream()
        .filter(field -> !field.transform().isVoid())
        .map(field -> partitioning(table, field))
        .toList();
  }

  private static String partitioning(Table table, PartitionField field) {
    String column = table.schema().findColumnName(field.sourceId());
    return field.transform().isIdentity() ? column : field.transform() + "(" + column + ")";
  }

  private static List<String> sort(Table table) {
    return table.sortOrder().fields().stream()
        .map(
            field -> {
              String column = table.schema().findColumnName(field.sourceId());
              return switch (field.direction()) {
                case ASC -> column;
                case DESC -> column + " desc";
              };
            })
        .toList();
  }

  private static Map<String, Long> refs(Table table, Predicate<SnapshotRef> kind) {
    Map<String, Long> refs = new TreeMap<>();
    table
        .refs()
        .forEach(
            (name, ref) -> {
              if (kind.test(ref)) {
                refs.put(name, ref.snapshotId());
              }
            });
    return refs;
  }
}
