package tributary.input;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The Online Retail book as it is published, from the CSV file of the same lines: codes that look
 * like numbers are numbers, and so are customers; dates are serials with a format; what is empty
 * has no cell.
 */
final class OnlineRetailBook {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final int DATE = 4;
  private static final int ROWS_IN_MEMORY = 1000;

  private OnlineRetailBook() {}

  static Path write(Path csv, Path book) throws IOException {
    try (CsvReader<CsvRecord> lines =
            CsvReader.builder()
                .ofCsvRecord(
                    new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(csv)), StandardCharsets.UTF_8));
        OutputStream out = Files.newOutputStream(book);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      workbook.setCompressionLevel(1);
      Worksheet sheet = workbook.newWorksheet("Online Retail");
      Iterator<CsvRecord> rest = lines.iterator();
      CsvRecord header = rest.next();
      for (int column = 0; column < header.getFieldCount(); column++) {
        sheet.value(0, column, header.getField(column));
      }
      for (int row = 1; rest.hasNext(); row++) {
        fill(sheet, row, rest.next());
        if (row % ROWS_IN_MEMORY == 0) {
          sheet.flush();
        }
      }
    }
    return book;
  }

  private static void fill(Worksheet sheet, int row, CsvRecord line) {
    for (int column = 0; column < line.getFieldCount(); column++) {
      String text = line.getField(column);
      if (column == DATE) {
        sheet.value(row, column, LocalDateTime.parse(text, TIME));
        sheet.style(row, column).format("m/d/yy h:mm").set();
      } else if (text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")) {
        sheet.value(row, column, Double.valueOf(text));
      } else if (!text.isEmpty()) {
        sheet.value(row, column, text);
      }
    }
  }
}
