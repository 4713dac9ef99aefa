package tributary.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tributary.config.UserError;

/** A CSV file that a user names. */
final class CsvFile {
  private CsvFile() {}

  /**
   * Opens it; lines may have any number of fields.
   *
   * @throws UserError when there is no such file
   */
  static CsvReader<CsvRecord> open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError("Cannot read %s: there is no such file".formatted(file));
    }
    return CsvReader.builder()
        .detectBomHeader(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(file);
  }
}
