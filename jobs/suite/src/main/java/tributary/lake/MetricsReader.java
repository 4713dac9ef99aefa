package tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

/** Adds up the metrics that writers left in the manifests; reads no data file. */
final class MetricsReader {
  private MetricsReader() {}

  static Map<String, ColumnMetrics> read(Table table, Snapshot snapshot) {
    Map<String, ColumnMetrics> byColumn = new TreeMap<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot.snapshotId()).includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        for (Types.NestedField column : table.schema().columns()) {
          byColumn.merge(column.name(), of(task.file(), column), MetricsReader::sum);
        }
      }
      return byColumn;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the metrics of " + table.name(), e);
    }
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
      return new ColumnMetrics(file.recordCount(), 0);
    }
    long nans = file.nanValueCounts() == null ? 0 : file.nanValueCounts().getOrDefault(id, 0L);
    long infinite =
        isInfinite(file.lowerBounds(), column) || isInfinite(file.upperBounds(), column) ? 1 : 0;
    return new ColumnMetrics(nulls.get(id), nans + infinite);
  }

  private static boolean isInfinite(Map<Integer, ByteBuffer> bounds, Types.NestedField column) {
    if (bounds == null || column.type().typeId() != Type.TypeID.DOUBLE) {
      return false;
    }
    ByteBuffer bound = bounds.get(column.fieldId());
    return bound != null
        && Double.isInfinite(Conversions.<Double>fromByteBuffer(column.type(), bound.duplicate()));
  }

  private static ColumnMetrics sum(ColumnMetrics one, ColumnMetrics other) {
    return new ColumnMetrics(one.nulls() + other.nulls(), one.nonFinite() + other.nonFinite());
  }
}
