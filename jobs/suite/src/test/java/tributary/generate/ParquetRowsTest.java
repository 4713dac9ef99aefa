package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @TempDir private Path folder;

  @Test
  void holdsTheRowsOfTheCsvFile() throws IOException {
    GeneratedFiles csv = generate(Format.CSV);
    GeneratedFiles parquet = generate(Format.PARQUET);

    assertThat(texts(parquet.transactions()))
        .hasSize(3_000)
        .isEqualTo(Samples.rows(csv.transactions()));
    assertThat(texts(parquet.customers())).hasSize(60).isEqualTo(Samples.rows(csv.customers()));
    assertThat(texts(parquet.products())).hasSize(40).isEqualTo(Samples.rows(csv.products()));
  }

  @Test
  void writesTypedColumnsAndNullForWhatIsAbsent() throws IOException {
    List<GenericRecord> lines = records(generate(Format.PARQUET).transactions());

    GenericRecord line = lines.get(0);
    assertThat(line.get("quantity")).isInstanceOf(Integer.class);
    assertThat(line.get("unit_price")).isInstanceOf(BigDecimal.class);
    assertThat(line.get("sold_at")).isInstanceOf(LocalDateTime.class);
    assertThat(line.get("returned_transaction_id")).isNull();
    assertThat(lines).anyMatch(each -> each.get("customer_id") == null);
    assertThat(line.getSchema().getField("customer_id").schema().isNullable()).isTrue();
    assertThat(line.getSchema().getField("product_id").schema().getType())
        .isEqualTo(Schema.Type.STRING);
  }

  private GeneratedFiles generate(Format format) {
    RetailerSettings settings = Samples.settings(60, 40, 3_000, 13, format);
    return SyntheticRetailer.generate(settings, folder.resolve(format.name()), lines -> {});
  }

  private static List<Map<String, String>> texts(Path parquet) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (GenericRecord record : records(parquet)) {
      Map<String, String> row = new LinkedHashMap<>();
      for (Schema.Field field : record.getSchema().getFields()) {
        row.put(field.name(), text(record.get(field.pos())));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof LocalDateTime moment) {
      return MOMENT.format(moment);
    }
    if (value instanceof LocalDate date) {
      return DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }
    return value.toString();
  }

  private static List<GenericRecord> records(Path parquet) throws IOException {
    GenericData model = new GenericData();
    model.addLogicalTypeConversion(new Conversions.DecimalConversion());
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
    List<GenericRecord> records = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(parquet), new PlainParquetConfiguration())
            .withDataModel(model)
            .build()) {
      for (GenericRecord each = reader.read(); each != null; each = reader.read()) {
        records.add(each);
      }
    }
    return records;
  }
}
