package tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.DateTimeUtil;

/** Adds up the metrics that writers left in the manifests; reads no data file. */
final class MetricsReader {
  /** From so many characters on, a bound may be that of a longer text. */
  private static final int SHORTENED_BOUND = 16;

  private MetricsReader() {}

  static Map<String, ColumnMetrics> read(Table table, Snapshot snapshot) {
    Map<String, ColumnMetrics> byColumn = new TreeMap<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot.snapshotId()).includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        for (Types.NestedField column : table.schema().columns()) {
          byColumn.merge(column.name(), of(task.file(), column), ColumnMetrics::with);
        }
      }
      return byColumn;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the metrics of " + table.name(), e);
    }
  }

  /**
   * The latest time of a timestamp column of a table without delete files; empty where all are
   * null.
   *
   * @throws IllegalStateException when a data file that has values does not say its bounds
   */
  static Optional<LocalDateTime> latest(Table table, long snapshotId, String column) {
    Types.NestedField field = table.schema().findField(column);
    Optional<LocalDateTime> latest = Optional.empty();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshotId).includeColumnStats(List.of(column)).planFiles()) {
      for (FileScanTask task : tasks) {
        Optional<LocalDateTime> ofFile = latest(task.file(), field);
        latest = latest.filter(time -> ofFile.filter(time::isBefore).isEmpty()).or(() -> ofFile);
      }
      return latest;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the metrics of " + table.name(), e);
    }
  }

  private static Optional<LocalDateTime> latest(DataFile file, Types.NestedField column) {
    int id = column.fieldId();
    if (file.upperBounds() != null && file.upperBounds().get(id) != null) {
      ByteBuffer bound = file.upperBounds().get(id);
      long micros = Conversions.fromByteBuffer(column.type(), bound.duplicate());
      return Optional.of(DateTimeUtil.timestampFromMicros(micros));
    }
    Map<Integer, Long> nulls = file.nullValueCounts();
    if (nulls != null && nulls.getOrDefault(id, 0L) == file.recordCount()) {
      return Optional.empty();
    }
    throw new IllegalStateException(
        "Cannot tell the latest %s: %s has no bounds; the table must be written anew"
            .formatted(column.name(), file.location()));
  }

  /** The locations of the data files that can hold rows with a date before a day, sorted. */
  static List<String> filesBefore(Table table, long snapshotId, String column, LocalDate day) {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table
            .newScan()
            .useSnapshot(snapshotId)
            .filter(Expressions.lessThan(column, day.toString()))
            .planFiles()) {
      tasks.forEach(task -> files.add(task.file().location()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the files of " + table.name(), e);
    }
    Collections.sort(files);
    return files;
  }

  /** A column that a file does not know is null in all of its rows. */
  private static ColumnMetrics of(DataFile file, Types.NestedField column) {
    int id = column.fieldId();
    Map<Integer, Long> nulls = file.nullValueCounts();
    boolean isKnown = nulls != null && nulls.get(id) != null;
    if (!isKnown) {
      return ColumnMetrics.allNull(file.recordCount());
    }
    long nans = file.nanValueCounts() == null ? 0 : file.nanValueCounts().getOrDefault(id, 0L);
    long infinite =
        isInfinite(file.lowerBounds(), column) || isInfinite(file.upperBounds(), column) ? 1 : 0;
    return new ColumnMetrics(nulls.get(id), nans + infinite, onlyText(file, column));
  }

  private static Optional<String> onlyText(DataFile file, Types.NestedField column) {
    int id = column.fieldId();
    if (column.type().typeId() != Type.TypeID.STRING
        || file.nullValueCounts().get(id) > 0
        || file.lowerBounds() == null
        || file.upperBounds() == null) {
      return Optional.empty();
    }
    ByteBuffer lower = file.lowerBounds().get(id);
    return Optional.ofNullable(lower)
        .filter(bound -> bound.equals(file.upperBounds().get(id)))
        .map(bound -> Conversions.fromByteBuffer(column.type(), bound.duplicate()).toString())
        .filter(text -> text.length() < SHORTENED_BOUND);
  }

  private static boolean isInfinite(Map<Integer, ByteBuffer> bounds, Types.NestedField column) {
    if (bounds == null || column.type().typeId() != Type.TypeID.DOUBLE) {
      return false;
    }
    ByteBuffer bound = bounds.get(column.fieldId());
    return bound != null
        && Double.isInfinite(Conversions.<Double>fromByteBuffer(column.type(), bound.duplicate()));
  }
}
