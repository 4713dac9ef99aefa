package tributary.input;

import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.data.writer.BinaryRowWriter;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.RowType;

/**
 * Writes records as rows of the columns that a query asks for. The row is reused: Flink copies it
 * where it has to.
 */
final class RowWriter {
  /** Bytes that a row holds where it would else hold the place of a text. */
  private static final int LONGEST_IN_PLACE = 7;

  private final int[][] wanted;
  private final int tableColumns;
  private final StringData fileName;
  private final int[] places;
  private final UnmappedColumns unmapped;
  private final BinaryRowData row;
  private final BinaryRowWriter writer;
  private final BinaryRowData lineRow = new BinaryRowData(LineColumn.FIELDS.size());
  private final BinaryRowWriter lineWriter = new BinaryRowWriter(lineRow);
  private final RowDataSerializer lineSerializer =
      new RowDataSerializer((RowType) LineColumn.TYPE.getLogicalType());
  private FileRecord current;

  /**
   * @param wanted paths into the table's columns and, after them, its line column
   * @param tableColumns the number of the table's own columns
   * @param columns the names of the file's columns
   * @param places where in the file each of the table's columns is
   */
  RowWriter(int[][] wanted, int tableColumns, String fileName, List<String> columns, int[] places) {
    this.wanted = wanted;
    this.tableColumns = tableColumns;
    this.fileName = BinaryStringData.fromString(fileName);
    ((BinaryStringData) this.fileName).ensureMaterialized();
    this.places = places;
    this.unmapped = new UnmappedColumns(columns, places);
    this.row = new BinaryRowData(wanted.length);
    this.writer = new BinaryRowWriter(row);
  }

  RowData write(FileRecord record) {
    current = record;
    boolean usable = record.problem() == null;
    writer.reset();
    for (int i = 0; i < wanted.length; i++) {
      int column = wanted[i][0];
      if (column == tableColumns) {
        writeLine(i, wanted[i]);
      } else {
        writeText(writer, i, usable ? record.column(places[column]) : null);
      }
    }
    writer.complete();
    return row;
  }

  private void writeLine(int position, int[] path) {
    if (path.length > 1) {
      writeLineField(writer, position, path[1]);
      return;
    }
    lineWriter.reset();
    for (int field = 0; field < LineColumn.FIELDS.size(); field++) {
      writeLineField(lineWriter, field, field);
    }
    lineWriter.complete();
    writer.writeRow(position, lineRow, lineSerializer);
  }

  private void writeLineField(BinaryRowWriter target, int position, int field) {
    switch (field) {
      case LineColumn.SOURCE_FILE -> target.writeString(position, fileName);
      case LineColumn.SOURCE_LINE -> target.writeLong(position, current.line());
      case LineColumn.RAW_LINE -> target.writeString(position, current.raw());
      case LineColumn.PROBLEM ->
          writeText(
              target,
              position,
              current.problem() == null ? null : StringData.fromString(current.problem()));
      case LineColumn.UNMAPPED_COLUMNS -> writeText(target, position, unmapped.json(current));
      default -> throw new IllegalArgumentException("Invalid field of line: " + field);
    }
  }

  /** A short text goes as bytes: as a text it would pass through a buffer of the thread's own. */
  private static void writeText(BinaryRowWriter target, int position, StringData text) {
    if (text == null) {
      target.setNullAt(position);
    } else if (text instanceof BinaryStringData binary
        && binary.getSegments() != null
        && binary.getSizeInBytes() <= LONGEST_IN_PLACE) {
      target.writeBinary(
          position,
          BinarySegmentUtils.copyToBytes(
              binary.getSegments(), binary.getOffset(), binary.getSizeInBytes()));
    } else {
      target.writeString(position, text);
    }
  }
}
