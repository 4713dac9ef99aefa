package tributary.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tributary.config.UserError;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.matrix.Triplets;

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
   * @param least what the numbers must not be below
   * @throws UserError naming the file, the line and what is wrong with it
   */
  static void read(Path file, double least, Line line) {
    try (CsvReader<CsvRecord> reader = CsvFile.open(file)) {
      boolean isHeader = true;
      for (CsvRecord record : reader) {
        if (!isHeader) {
          accept(file, record, least, line);
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

  private static void accept(Path file, CsvRecord record, double least, Line line) {
    if (record.getFieldCount() < 3) {
      throw problem(file, record, "has %s columns, expected 3".formatted(record.getFieldCount()));
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
    if (value < least) {
      throw problem(file, record, "has %s, which is below %s".formatted(value, least));
    }
    line.accept(record.getField(0).strip(), record.getField(1).strip(), value);
  }

  /**
   * All pairs that a file gave.
   *
   * @throws UserError naming one that came twice
   */
  static SparseMatrix matrix(Path file, Triplets triplets) {
    try {
      return triplets.matrix();
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "Cannot use %s: %s; sum the numbers of a pair first".formatted(file, e.getMessage()), e);
    }
  }

  private static UserError problem(Path file, CsvRecord record, String problem) {
    return new UserError(
        "Cannot read %s: line %s %s".formatted(file, record.getStartingLineNumber(), problem));
  }
}
