package tributary.input;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The cells of the flat columns of a Parquet file, filled row by row from the columns' pages. */
final class ParquetRow {
  private final ParquetCell[] cells;
  private final MessageType schema;
  private final String writer;
  private final GroupConverter converters;
  private final ColumnReader[] readers;
  private final int[] defined;

  ParquetRow(FileMetaData file, List<ParquetCell> cells) {
    this.cells = cells.toArray(ParquetCell[]::new);
    List<ParquetColumn> columns = cells.stream().map(ParquetCell::column).toList();
    this.schema =
        new MessageType(
            file.getSchema().getName(),
            columns.stream().map(ParquetColumn::type).toArray(Type[]::new));
    this.writer = file.getCreatedBy();
    ParquetValues values = new ParquetValues(columns);
    this.converters =
        new Converters(
            IntStream.range(0, columns.size())
                .mapToObj(i -> new ParquetConverter(cells.get(i), values, i))
                .toArray(ParquetConverter[]::new));
    this.readers = new ColumnReader[columns.size()];
    this.defined =
        schema.getColumns().stream().mapToInt(ColumnDescriptor::getMaxDefinitionLevel).toArray();
  }

  /**
   * Begins behind some rows of the pages.
   *
   * @param rows fewer than there are
   */
  void open(PageReadStore pages, long rows) {
    for (int i = 0; i < readers.length; i++) {
      ColumnDescriptor column = schema.getColumns().get(i);
      ParquetLaterPages later = new ParquetLaterPages(pages.getPageReader(column), rows);
      readers[i] =
          new ColumnReadStoreImpl(new Pages(later, pages.getRowCount()), converters, schema, writer)
              .getColumnReader(column);
      skip(i, rows - later.passed());
    }
  }

  private void skip(int column, long rows) {
    ColumnReader reader = readers[column];
    for (long row = 0; row < rows; row++) {
      if (reader.getCurrentDefinitionLevel() == defined[column]) {
        reader.skip();
      }
      reader.consume();
    }
  }

  /** Moves to the next row. */
  void next() {
    for (int i = 0; i < readers.length; i++) {
      ColumnReader reader = readers[i];
      if (reader.getCurrentDefinitionLevel() == defined[i]) {
        reader.writeCurrentValueToConverter();
      } else {
        cells[i].clear();
      }
      reader.consume();
    }
  }

  /** One column's pages. */
  private record Pages(PageReader reader, long rows) implements PageReadStore {
    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
      return reader;
    }

    @Override
    public long getRowCount() {
      return rows;
    }
  }

  /** Where the columns' readers find what takes their values. */
  private static final class Converters extends GroupConverter {
    private final ParquetConverter[] columns;

    Converters(ParquetConverter[] columns) {
      this.columns = columns;
    }

    @Override
    public Converter getConverter(int column) {
      return columns[column];
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
