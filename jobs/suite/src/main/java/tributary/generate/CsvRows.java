package tributary.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes rows as UTF-8 CSV with a header line and line feeds. */
final class CsvRows<T> implements RowWriter<T> {
  private final List<Column<T>> columns;
  private final String[] values;
  private final CsvWriter writer;

  private CsvRows(List<Column<T>> columns, CsvWriter writer) {
    this.columns = columns;
    this.values = new String[columns.size()];
    this.writer = writer;
  }

  static <T> CsvRows<T> create(Path file, Layout<T> layout) throws IOException {
    CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
    writer.writeRecord(layout.columns().stream().map(Column::name).toList());
    return new CsvRows<>(layout.columns(), writer);
  }

  @Override
  public void write(T row) {
    for (int index = 0; index < values.length; index++) {
      Column<T> column = columns.get(index);
      values[index] = column.type().text(column.reader().apply(row));
    }
    writer.writeRecord(values);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
