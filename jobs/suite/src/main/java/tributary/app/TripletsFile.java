package tributary.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tributary.config.UserError;

/** A CSV file with a header and three columns: two names and a number. */
final class TripletsFile {
  /** Takes a line. */
  @FunctionalInterface
  interface Line {
    void accept(String user, String item, double value);
  }

  private TripletsFile() {}

  /**
   * Reads all lines after the header.
   *
   * @throws UserError naming the file, the line and what is wrong with it
   */
  static void read(Path file, Line line) {
    if (!Files.isRegularFile(file)) {
      throw new UserError("Cannot read %s: there is no such file".formatted(file));
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(file)) {
      boolean isHeader = true;
      for (CsvRecord record : reader) {
        if (!isHeader) {
          accept(file, record, line);
        }
        isHeader = false;
      }
      if (isHeader) {
        throw new UserError("Cannot read %s: it is empty".formatted(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static void accept(Path file, CsvRecord record, Line line) {
    if (record.getFieldCount() < 3) {
      throw problem(file, record, "has %d columns, expected 3".formatted(record.getFieldCount()));
    }
    double value;
    try {
      value = Double.parseDouble(record.getField(2).strip());
    } catch (NumberFormatException e) {
      throw problem(file, record, "has no number as its third column: " + record.getField(2));
    }
    if (!Double.isFinite(value)) {
      throw problem(file, record, "has no finite number as its third column");
    }
    line.accept(record.getField(0).strip(), record.getField(1).strip(), value);
  }

  private static UserError problem(Path file, CsvRecord record, String problem) {
    return new UserError(
        "Cannot read %s: line %d %s".formatted(file, record.getStartingLineNumber(), problem));
  }
}
