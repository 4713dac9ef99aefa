package tributary.input;

import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.api.ReadSupport.ReadContext;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Puts rows together: values of flat columns as Avro reads the physical type, nested columns as
 * JSON. Of the columns read, the flat ones come first.
 */
final class ParquetRowValues extends RecordMaterializer<ParquetRowValues> {
  private final RecordMaterializer<IndexedRecord> flat;
  private final int flatColumns;
  private final ParquetJson[] nested;
  private final GroupConverter root = new Root();
  private IndexedRecord values;

  ParquetRowValues(List<ParquetColumn> flatColumns, List<ParquetColumn> nestedColumns) {
    this.flat = byAvro(flatColumns);
    this.flatColumns = flatColumns.size();
    this.nested =
        nestedColumns.stream()
            .map(column -> new ParquetJson(column.type()))
            .toArray(ParquetJson[]::new);
  }

  /** Avro allows few names and knows few types, so that columns are renamed and of bare types. */
  private static RecordMaterializer<IndexedRecord> byAvro(List<ParquetColumn> columns) {
    Type[] fields = new Type[columns.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = columns.get(i).physical("column" + i);
    }
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroReadSupport.AVRO_COMPATIBILITY, false);
    configuration.setBoolean(AvroReadSupport.READ_INT96_AS_FIXED, true);
    MessageType physical = new MessageType("row", fields);
    return new AvroReadSupport<IndexedRecord>(new GenericData())
        .prepareForRead(configuration, Map.of(), physical, new ReadContext(physical, Map.of()));
  }

  /** The value of a column by its place among those read, or null. */
  Object get(int column) {
    return column < flatColumns ? values.get(column) : nested[column - flatColumns].text();
  }

  @Override
  public ParquetRowValues getCurrentRecord() {
    values = flat.getCurrentRecord();
    return this;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private final class Root extends GroupConverter {
    @Override
    public Converter getConverter(int column) {
      return column < flatColumns
          ? flat.getRootConverter().getConverter(column)
          : nested[column - flatColumns].converter();
    }

    @Override
    public void start() {
      flat.getRootConverter().start();
      for (ParquetJson column : nested) {
        column.clear();
      }
    }

    @Override
    public void end() {
      flat.getRootConverter().end();
    }
  }
}
