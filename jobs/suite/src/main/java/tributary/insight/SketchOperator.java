package tributary.insight;

import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;

/** Takes in a table's rows as they pass, where they are read, and gives each column in the end. */
final class SketchOperator extends AbstractStreamOperator<ColumnPart>
    implements OneInputStreamOperator<RowData, ColumnPart>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final List<String> columns;
  private final List<String> types;
  private transient ColumnSketch[] sketches;

  /**
   * @param types of the columns, in their order
   */
  SketchOperator(String table, List<String> columns, List<String> types) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.types = List.copyOf(types);
  }

  @Override
  public void open() throws Exception {
    super.open();
    sketches = new ColumnSketch[columns.size()];
    for (int i = 0; i < sketches.length; i++) {
      sketches[i] = new ColumnSketch(table, columns.get(i), types.get(i));
    }
  }

  @Override
  public void processElement(StreamRecord<RowData> element) {
    RowData row = element.getValue();
    for (int i = 0; i < sketches.length; i++) {
      sketches[i].add(row, i);
    }
  }

  @Override
  public void endInput() {
    for (ColumnSketch sketch : sketches) {
      output.collect(new StreamRecord<>(sketch.part()));
    }
  }
}
