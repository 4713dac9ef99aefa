package tributary.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;

/**
 * Reads sections of files, given by their place in a list. Tells in accumulators of each file with
 * transactions or customers how many records it has, and how many with a problem; of each lookup
 * file how many were passed over, and what was wrong with one of them.
 */
final class ReadFiles extends RichFlatMapFunction<Integer, RowData> {
  private static final String LINES = "lines:";
  private static final String PROBLEMS = "problems:";
  private static final String PASSED_OVER = "passed-over:";
  private static final String EXAMPLE = "passed-over-example:";

  private static final long serialVersionUID = 1L;

  private final ArrayList<FileSection> sections;
  private final ArrayList<String> columns;
  private final FileTableOptions options;
  private final boolean isInput;
  private final int[][] wanted;

  /**
   * @param wanted paths into the table's columns and, after them, its line column
   */
  ReadFiles(List<FileSection> sections, FileTable table, int[][] wanted) {
    this.sections = new ArrayList<>(sections);
    this.columns = new ArrayList<>(table.columns());
    this.options = table.options();
    this.isInput = table.isInput();
    this.wanted = wanted;
  }

  @Override
  public void flatMap(Integer index, Collector<RowData> out) throws Exception {
    FileSection section = sections.get(index);
    int[] places =
        section.namesColumns(options)
            ? Header.places(columns, section.columns())
            : IntStream.range(0, columns.size()).toArray();
    RowView row = new RowView(wanted, columns.size(), section.name(), section.columns(), places);
    long records = 0;
    long problems = 0;
    long passedOver = 0;
    try (FileRecord record = section.open(options, ColumnUse.of(wanted, places))) {
      while (record.next()) {
        records++;
        problems += record.problem() == null ? 0 : 1;
        if (!isInput && isLost(record) && passedOver++ == 0) {
          tellExample(section, record);
        }
        out.collect(row.of(record));
      }
    }
    if (isInput) {
      getRuntimeContext().getLongCounter(LINES + section.name()).add(records);
      getRuntimeContext().getLongCounter(PROBLEMS + section.name()).add(problems);
    } else if (passedOver > 0) {
      getRuntimeContext().getLongCounter(PASSED_OVER + section.name()).add(passedOver);
    }
  }

  /** An input line with a problem becomes a row that says so; one of a lookup is joined by none. */
  private static boolean isLost(FileRecord record) {
    return record.problem() != null && !record.raw().toString().isBlank();
  }

  private void tellExample(FileSection section, FileRecord record) {
    String name = EXAMPLE + section.name();
    Accumulator<String, ArrayList<String>> examples = getRuntimeContext().getAccumulator(name);
    if (examples == null) {
      examples = new ListAccumulator<>();
      getRuntimeContext().addAccumulator(name, examples);
    }
    examples.add("line %s %s".formatted(record.line(), record.problem()));
  }
}
