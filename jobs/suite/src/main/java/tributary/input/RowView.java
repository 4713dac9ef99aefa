package tributary.input;

import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;

/**
 * Shows records as rows of the columns that a query asks for. The row is used again, and its texts
 * stay where the record has them, until the next record: Flink copies what it keeps.
 */
final class RowView {
  private final int[][] wanted;
  private final int tableColumns;
  private final BinaryStringData fileName;
  private final int[] places;
  private final UnmappedColumns unmapped;
  private final GenericRowData row;
  private final GenericRowData line = new GenericRowData(LineColumn.FIELDS.size());

  /**
   * @param wanted paths into the table's columns and, after them, its line column
   * @param tableColumns the number of the table's own columns
   * @param columns the names of the file's columns
   * @param places where in the file each of the table's columns is
   */
  RowView(int[][] wanted, int tableColumns, String fileName, List<String> columns, int[] places) {
    this.wanted = wanted;
    this.tableColumns = tableColumns;
    this.fileName = BinaryStringData.fromString(fileName);
    this.fileName.ensureMaterialized();
    this.places = places;
    this.unmapped = new UnmappedColumns(columns, places);
    this.row = new GenericRowData(wanted.length);
  }

  RowData of(FileRecord record) {
    boolean usable = record.problem() == null;
    for (int i = 0; i < wanted.length; i++) {
      int column = wanted[i][0];
      if (column < tableColumns) {
        row.setField(i, usable ? record.column(places[column]) : null);
      } else {
        row.setField(i, wanted[i].length > 1 ? lineField(record, wanted[i][1]) : line(record));
      }
    }
    return row;
  }

  private RowData line(FileRecord record) {
    for (int field = 0; field < LineColumn.FIELDS.size(); field++) {
      line.setField(field, lineField(record, field));
    }
    return line;
  }

  private Object lineField(FileRecord record, int field) {
    return switch (field) {
      case LineColumn.SOURCE_FILE -> fileName;
      case LineColumn.SOURCE_LINE -> record.line();
      case LineColumn.RAW_LINE -> record.raw();
      case LineColumn.PROBLEM -> StringData.fromString(record.problem());
      case LineColumn.UNMAPPED_COLUMNS -> unmapped.json(record);
      default -> throw new IllegalArgumentException("Invalid field of line: " + field);
    };
  }
}
