package tributary.input;

import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The cells of the nested columns of a Parquet file, filled row by row with JSON. */
final class ParquetNested extends RecordMaterializer<ParquetNested> {
  private final List<ParquetCell> cells;
  private final ParquetJson[] columns;
  private final MessageColumnIO layout;
  private final GroupConverter root = new Root();
  private RecordReader<ParquetNested> rows;

  ParquetNested(FileMetaData file, List<ParquetCell> cells) {
    this.cells = List.copyOf(cells);
    List<Type> types = cells.stream().map(cell -> cell.column().type()).toList();
    this.columns = types.stream().map(ParquetJson::new).toArray(ParquetJson[]::new);
    MessageType schema = new MessageType(file.getSchema().getName(), types);
    this.layout = new ColumnIOFactory().getColumnIO(schema, file.getSchema());
  }

  /** Begins behind some rows of the pages. */
  void open(PageReadStore pages, long rowsBefore) {
    rows = columns.length == 0 ? null : layout.getRecordReader(new ParquetFilledPages(pages), this);
    for (long row = 0; rows != null && row < rowsBefore; row++) {
      rows.read();
    }
  }

  /** Moves to the next row. */
  void next() {
    if (rows == null) {
      return;
    }
    rows.read();
    for (int i = 0; i < columns.length; i++) {
      cells.get(i).clear();
      cells.get(i).take(0, columns[i].text());
      cells.get(i).show(0);
    }
  }

  @Override
  public ParquetNested getCurrentRecord() {
    return this;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private final class Root extends GroupConverter {
    @Override
    public Converter getConverter(int column) {
      return columns[column].converter();
    }

    @Override
    public void start() {
      for (ParquetJson column : columns) {
        column.clear();
      }
    }

    @Override
    public void end() {}
  }
}
