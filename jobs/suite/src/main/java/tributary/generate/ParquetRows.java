package tributary.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Writes rows as Parquet, through Avro, without any Hadoop file system. */
final class ParquetRows<T> implements RowWriter<T> {
  /** What is held in memory before it is written. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final List<Column<T>> columns;
  private final Schema schema;
  private final ParquetWriter<GenericRecord> writer;

  private ParquetRows(List<Column<T>> columns, Schema schema, ParquetWriter<GenericRecord> writer) {
    this.columns = columns;
    this.schema = schema;
    this.writer = writer;
  }

  static <T> ParquetRows<T> create(Path file, Layout<T> layout) throws IOException {
    Schema schema = schema(layout);
    ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withSchema(schema)
            .withDataModel(model())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
    return new ParquetRows<>(layout.columns(), schema, writer);
  }

  @Override
  public void write(T row) throws IOException {
    GenericRecord record = new GenericData.Record(schema);
    for (int index = 0; index < columns.size(); index++) {
      record.put(index, columns.get(index).reader().apply(row));
    }
    writer.write(record);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static <T> Schema schema(Layout<T> layout) {
    SchemaBuilder.FieldAssembler<Schema> fields =
        SchemaBuilder.record(layout.table()).namespace("tributary").fields();
    for (Column<T> column : layout.columns()) {
      Schema type = column.type().avroType();
      fields =
          column.isOptional()
              ? fields.name(column.name()).type().optional().type(type)
              : fields.name(column.name()).type(type).noDefault();
    }
    return fields.endRecord();
  }

  private static GenericData model() {
    GenericData model = new GenericData();
    model.addLogicalTypeConversion(new Conversions.DecimalConversion());
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
    return model;
  }
}
