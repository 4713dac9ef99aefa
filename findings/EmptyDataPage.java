import java.nio.file.Path;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;

/** Reads a Parquet file; prints how many rows came before its end, or before an error. */
public class EmptyDataPage {
  public static void main(String[] arguments) throws Exception {
    LocalInputFile file = new LocalInputFile(Path.of(arguments[0]));
    int rows = 0;
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(file, new PlainParquetConfiguration()).build()) {
      while (reader.read() != null) {
        rows++;
      }
      System.out.println(rows + " rows");
    } catch (RuntimeException e) {
      Throwable innermost = e;
      while (innermost.getCause() != null) {
        innermost = innermost.getCause();
      }
      System.out.println("an error: " + innermost.getMessage());
    }
  }
}
