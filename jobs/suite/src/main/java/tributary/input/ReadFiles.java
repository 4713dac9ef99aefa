package tributary.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;

/**
 * Reads sections of files, given by their place in a list. Counts the records of each file, and
 * those with a problem, in accumulators.
 */
final class ReadFiles extends RichFlatMapFunction<Integer, RowData> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<FileSection> sections;
  private final ArrayList<String> columns;
  private final FileTableOptions options;
  private final boolean counts;
  private final int[][] wanted;

  /**
   * @param wanted paths into the table's columns and, after them, its line column
   */
  ReadFiles(List<FileSection> sections, FileTable table, int[][] wanted) {
    this.sections = new ArrayList<>(sections);
    this.columns = new ArrayList<>(table.columns());
    this.options = table.options();
    this.counts = table.isInput();
    this.wanted = wanted;
  }

  @Override
  public void flatMap(Integer index, Collector<RowData> out) throws Exception {
    FileSection section = sections.get(index);
    int[] places =
        section.namesColumns(options)
            ? Header.places(columns, section.columns())
            : IntStream.range(0, columns.size()).toArray();
    RowWriter writer =
        new RowWriter(wanted, columns.size(), section.name(), section.columns(), places);
    long records = 0;
    long problems = 0;
    try (FileRecord record = section.open(options, ColumnUse.of(wanted, places))) {
      while (record.next()) {
        records++;
        problems += record.problem() == null ? 0 : 1;
        out.collect(writer.write(record));
      }
    }
    counter(FileCounters.LINES, section).add(records);
    counter(FileCounters.PROBLEMS, section).add(problems);
  }

  private LongCounter counter(String kind, FileSection section) {
    String prefix = counts ? kind : FileCounters.LOOKUP + kind;
    return getRuntimeContext().getLongCounter(prefix + section.name());
  }
}
