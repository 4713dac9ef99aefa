package tributary.input;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The cells of the flat columns of a Parquet file, filled some rows at a time, column by column.
 */
final class ParquetRow {
  private final List<ColumnDescriptor> columns;
  private final ParquetCell[] cells;
  private final ParquetColumnReader[] readers;
  private long rowsLeft;
  private int filled;
  private int row;

  ParquetRow(FileMetaData file, List<ParquetCell> cells) {
    List<ParquetColumn> wanted = cells.stream().map(ParquetCell::column).toList();
    this.columns =
        new MessageType(
                file.getSchema().getName(),
                wanted.stream().map(ParquetColumn::type).toArray(Type[]::new))
            .getColumns();
    this.cells = cells.toArray(ParquetCell[]::new);
    this.readers = new ParquetColumnReader[this.cells.length];
    ParquetValues values = new ParquetValues(wanted);
    for (int i = 0; i < readers.length; i++) {
      readers[i] =
          new ParquetColumnReader(
              columns.get(i), file.getCreatedBy(), cells.get(i), values.value(i));
    }
  }

  /**
   * Begins behind some rows of the pages.
   *
   * @param before how many, fewer than there are
   * @param wanted how many are wanted behind those
   */
  void open(PageReadStore pages, long before, long wanted) throws IOException {
    rowsLeft = wanted;
    filled = 0;
    row = -1;
    for (int i = 0; i < readers.length; i++) {
      readers[i].open(pages.getPageReader(columns.get(i)), before);
    }
  }

  /** Reads all values of some rows, the next ones, and keeps none. */
  void pass(long rows) throws IOException {
    for (ParquetColumnReader reader : readers) {
      reader.pass(rows);
    }
    rowsLeft -= rows;
  }

  /** Moves to the next row, of which there is one. */
  void next() throws IOException {
    row++;
    if (row == filled) {
      filled = (int) Math.min(ParquetCell.ROWS, rowsLeft);
      rowsLeft -= filled;
      row = 0;
      for (ParquetColumnReader reader : readers) {
        reader.fill(filled);
      }
    }
    for (ParquetCell cell : cells) {
      cell.show(row);
    }
  }
}
