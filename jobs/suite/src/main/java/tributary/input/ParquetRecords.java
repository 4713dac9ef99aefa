package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.table.data.StringData;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
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
  private final ParquetRowValues values;
  private final ParquetCell[] cells;
  private final ParquetCell[] cellsByPlace;
  private final TextBuffer raw = new TextBuffer();
  private RecordReader<ParquetRowValues> rows;
  private int nextGroup;
  private long rowsLeft;
  private long row;
  private String problem;

  ParquetRecords(FileSection section, Path path, ColumnUse use) throws IOException {
    this.section = section;
    this.file = ParquetFile.open(path);
    this.nextGroup = Math.toIntExact(section.part().offset());
    this.row = section.part().firstLine() - 1;
    List<ParquetColumn> columns = ParquetFile.columns(file);
    this.cellsByPlace = new ParquetCell[columns.size()];
    for (int place : use.read(columns.size())) {
      cellsByPlace[place] = new ParquetCell(columns.get(place), use.mapped().contains(place));
    }
    List<ParquetColumn> flat = read(columns, false);
    List<ParquetColumn> nested = read(columns, true);
    List<ParquetColumn> read = Stream.concat(flat.stream(), nested.stream()).toList();
    this.cells =
        read.stream()
            .map(column -> cellsByPlace[columns.indexOf(column)])
            .toArray(ParquetCell[]::new);
    MessageType declared = file.getFileMetaData().getSchema();
    MessageType requested =
        new MessageType(
            declared.getName(), read.stream().map(ParquetColumn::type).toArray(Type[]::new));
    file.setRequestedSchema(requested);
    this.layout = new ColumnIOFactory().getColumnIO(requested, declared);
    this.values = new ParquetRowValues(flat, nested);
  }

  private List<ParquetColumn> read(List<ParquetColumn> columns, boolean nested) {
    return IntStream.range(0, columns.size())
        .filter(place -> cellsByPlace[place] != null && columns.get(place).isNested() == nested)
        .mapToObj(columns::get)
        .toList();
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
    long count = file.getRowGroups().get(nextGroup).getRowCount();
    if (cells.length > 0 && count > 0) {
      PageReadStore group = file.readRowGroup(nextGroup);
      rows = layout.getRecordReader(group, values);
    }
    rowsLeft = count;
    nextGroup++;
  }

  private void take(ParquetRowValues found) {
    for (int i = 0; i < cells.length; i++) {
      String wrong = cells[i].take(found.get(i));
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
    for (ParquetCell cell : cellsByPlace) {
      if (cell == null) {
        continue;
      }
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
