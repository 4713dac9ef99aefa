package tributary.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
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
                .mapToObj(i -> new ParquetTexts(columns.get(i), values, i, cells.get(i)))
                .toArray(ParquetTexts[]::new));
    this.readers = new ColumnReader[columns.size()];
    this.defined =
        schema.getColumns().stream().mapToInt(ColumnDescriptor::getMaxDefinitionLevel).toArray();
  }

  /** Begins before the first row of the pages. */
  void open(PageReadStore pages) {
    ColumnReadStoreImpl columns = new ColumnReadStoreImpl(pages, converters, schema, writer);
    Arrays.setAll(readers, i -> columns.getColumnReader(schema.getColumns().get(i)));
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

  /** Passes over rows. */
  void skip(long rows) {
    for (int i = 0; i < readers.length; i++) {
      ColumnReader reader = readers[i];
      for (long row = 0; row < rows; row++) {
        if (reader.getCurrentDefinitionLevel() == defined[i]) {
          reader.skip();
        }
        reader.consume();
      }
    }
  }

  /** Where the columns' readers find what takes their values. */
  private static final class Converters extends GroupConverter {
    private final ParquetTexts[] columns;

    Converters(ParquetTexts[] columns) {
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
