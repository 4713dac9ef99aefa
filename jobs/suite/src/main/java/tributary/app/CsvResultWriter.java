package tributary.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;

/**
 * CSV as in RFC 4180, but with lines that end in a line feed, as Unix tools want them: a header
 * line, then a line per row. Null is nothing, an empty text is a pair of quotes.
 */
final class CsvResultWriter implements ResultWriter {
  private final List<ResultColumn> columns;
  private final Writer out;
  private final CsvWriter csv;

  CsvResultWriter(List<ResultColumn> columns, OutputStream out) {
    this.columns = List.copyOf(columns);
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(this.out);
    csv.writeRecord(columns.stream().map(ResultColumn::name).toList());
  }

  @Override
  public void write(Row row) {
    csv.writeRecord(
        IntStream.range(0, columns.size())
            .mapToObj(row::getField)
            .map(CsvResultWriter::text)
            .toArray(String[]::new));
  }

  @Override
  public void finish() {
    try {
      csv.flush();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write rows as CSV", e);
    }
  }

  private static String text(Object value) {
    return value == null ? null : Texts.of(value);
  }
}
