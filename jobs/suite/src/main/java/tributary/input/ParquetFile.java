package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** Opens Parquet files without any Hadoop file system. */
final class ParquetFile {
  /** In what pieces a row group is read, each of which is free again when its pages are read. */
  private static final int PIECE_BYTES = 1 << 20;

  private ParquetFile() {}

  /** Opens it and reads its footer; sums of pages are compared where the writer left some. */
  static ParquetFileReader open(Path path) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification()
            .withMaxAllocationInBytes(PIECE_BYTES)
            .build();
    return ParquetFileReader.open(new LocalInputFile(path), options);
  }

  static List<ParquetColumn> columns(ParquetFileReader reader) {
    return reader.getFileMetaData().getSchema().getFields().stream()
        .map(ParquetColumn::new)
        .toList();
  }
}
