package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;
import tributary.config.UserError;

/** Rows of a Parquet file, their values rendered as canonical text. */
final class ParquetRecords implements FileRecord {
  /** What a file's footer tells. */
  record Footer(List<String> columns, long rows) {}

  private final ParquetReader<GenericRecord> reader;
  private GenericRecord current;
  private Schema schema;
  private long row;

  ParquetRecords(Path path) throws IOException {
    this.reader =
        AvroParquetReader.<GenericRecord>builder(new LocalInputFile(path))
            .withConf(new PlainParquetConfiguration())
            .build();
  }

  /**
   * @throws UserError when the file is not a whole Parquet file
   */
  static Footer footer(InputFile file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file.path()))) {
      List<String> columns =
          reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
      return new Footer(columns, reader.getRecordCount());
    } catch (RuntimeException e) {
      throw new UserError(
          "Cannot read %s: it is not a Parquet file, or it is cut off".formatted(file.name()), e);
    }
  }

  @Override
  public boolean next() throws IOException {
    current = reader.read();
    if (current == null) {
      return false;
    }
    schema = current.getSchema();
    row++;
    return true;
  }

  @Override
  public long line() {
    return row;
  }

  @Override
  public String problem() {
    return null;
  }

  @Override
  public StringData column(int place) {
    Object found = current.get(place);
    if (found == null) {
      return null;
    }
    String text = ParquetText.of(found, schema.getFields().get(place).schema()).strip();
    return text.isEmpty() ? null : BinaryStringData.fromString(text);
  }

  @Override
  public StringData raw() {
    return BinaryStringData.fromString(current.toString());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
