package tributary.input;

import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.api.ReadSupport.ReadContext;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * The values of flat columns as Avro reads their physical types, texts as Parquet does. One record
 * takes the values of all rows: a value stays there until the column's next.
 */
final class ParquetValues {
  private final List<ParquetColumn> columns;
  private final GroupConverter converters;
  private final IndexedRecord record;

  /** Avro allows few names and knows few types, so that columns are renamed and of bare types. */
  ParquetValues(List<ParquetColumn> columns) {
    this.columns = columns;
    Type[] fields = new Type[columns.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = columns.get(i).physical("column" + i);
    }
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroReadSupport.AVRO_COMPATIBILITY, false);
    configuration.setBoolean(AvroReadSupport.READ_INT96_AS_FIXED, true);
    MessageType physical = new MessageType("row", fields);
    RecordMaterializer<IndexedRecord> avro =
        new AvroReadSupport<IndexedRecord>(new GenericData())
            .prepareForRead(configuration, Map.of(), physical, new ReadContext(physical, Map.of()));
    this.converters = avro.getRootConverter();
    converters.start();
    this.record = avro.getCurrentRecord();
  }

  /** The value of a column. */
  ParquetValue value(int column) {
    if (columns.get(column).isText()) {
      Text text = new Text();
      return new ParquetValue(PrimitiveTypeName.BINARY, text, () -> text.last);
    }
    return new ParquetValue(
        columns.get(column).type().asPrimitiveType().getPrimitiveTypeName(),
        converters.getConverter(column).asPrimitiveConverter(),
        () -> record.get(column));
  }

  /** Keeps a text's bytes where they are, in the page, if they stay there: Avro would copy each. */
  private static final class Text extends PrimitiveConverter {
    private Binary last;

    @Override
    public void addBinary(Binary value) {
      last = value.copy();
    }
  }
}
