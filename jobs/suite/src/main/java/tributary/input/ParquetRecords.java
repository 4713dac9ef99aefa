package tributary.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.table.data.StringData;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of some row groups of a Parquet file, their values as text. Only the columns that a query
 * needs are read.
 */
final class ParquetRecords implements FileRecord {
  private final FileSection section;
  private final ParquetFileReader file;
  private final MessageColumnIO layout;
  private final RecordMaterializer<IndexedRecord> materializer;
  private final ParquetCell[] cells;
  private final ParquetCell[] cellsByPlace;
  private final TextBuffer raw = new TextBuffer();
  private RecordReader<IndexedRecord> rows;
  private int nextGroup;
  private long rowsLeft;
  private long row;
  private String problem;

  ParquetRecords(FileSection section, ColumnUse use) throws IOException {
    this.section = section;
    this.file = ParquetFile.open(java.nio.file.Path.of(section.path()));
    this.nextGroup = Math.toIntExact(section.part().offset());
    this.row = section.part().firstLine() - 1;
    MessageType declared = file.getFileMetaData().getSchema();
    List<ParquetColumn> all = ParquetFile.columns(file);
    List<ParquetColumn> read = new ArrayList<>();
    List<ParquetCell> written = new ArrayList<>();
    this.cellsByPlace = new ParquetCell[all.size()];
    for (int place : use.read(all.size())) {
      if (!all.get(place).isNested()) {
        cellsByPlace[place] =
            new ParquetCell(all.get(place), read.size(), use.mapped().contains(place));
        written.add(cellsByPlace[place]);
        read.add(all.get(place));
      }
    }
    this.cells = written.toArray(ParquetCell[]::new);
    MessageType requested =
        new MessageType(
            declared.getName(), read.stream().map(ParquetColumn::type).toArray(Type[]::new));
    file.setRequestedSchema(requested);
    this.layout = new ColumnIOFactory().getColumnIO(requested, declared);
    this.materializer = ParquetFile.records(read, declared);
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (rowsLeft == 0) {
        if (nextGroup == section.part().offset() + section.part().length()) {
          return false;
        }
        openGroup();
      }
      rowsLeft--;
      row++;
      problem = null;
      if (cells.length > 0) {
        take(rows.read());
      }
      return true;
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "Cannot read %s: it is damaged near row %d".formatted(section.name(), row), e);
    }
  }

  private void openGroup() throws IOException {
    if (cells.length > 0) {
      PageReadStore group = file.readRowGroup(nextGroup);
      rows = layout.getRecordReader(group, materializer);
    }
    rowsLeft = file.getRowGroups().get(nextGroup).getRowCount();
    nextGroup++;
  }

  private void take(IndexedRecord values) {
    for (ParquetCell cell : cells) {
      String wrong = cell.take(values);
      if (problem == null) {
        problem = wrong;
      }
    }
  }

  @Override
  public long line() {
    return row;
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public StringData column(int place) {
    ParquetCell cell = cellsByPlace[place];
    return cell == null ? null : cell.trimmed();
  }

  /** The row as a JSON object with all columns. */
  @Override
  public StringData raw() {
    raw.clear().append('{');
    for (ParquetCell cell : cells) {
      if (raw.length() > 1) {
        raw.append(',');
      }
      cell.writeJson(raw);
    }
    return raw.append('}').view();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
