package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.api.ReadSupport.ReadContext;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Opens Parquet files without any Hadoop file system, and reads rows through Avro. */
final class ParquetFile {
  private ParquetFile() {}

  /** Opens it and reads its footer; sums of pages are compared where the writer left some. */
  static ParquetFileReader open(Path path) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification()
            .build();
    return ParquetFileReader.open(new LocalInputFile(path), options);
  }

  static List<ParquetColumn> columns(ParquetFileReader reader) {
    return reader.getFileMetaData().getSchema().getFields().stream()
        .map(ParquetColumn::new)
        .toList();
  }

  /** Makes records of physical values; the field of a column is where it is in the list. */
  static RecordMaterializer<IndexedRecord> records(List<ParquetColumn> columns, MessageType file) {
    Type[] fields = new Type[columns.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = columns.get(i).physical("column" + i);
    }
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroReadSupport.AVRO_COMPATIBILITY, false);
    configuration.setBoolean(AvroReadSupport.READ_INT96_AS_FIXED, true);
    MessageType physical = new MessageType("row", fields);
    return new AvroReadSupport<IndexedRecord>(new GenericData())
        .prepareForRead(configuration, null, file, new ReadContext(physical));
  }
}
