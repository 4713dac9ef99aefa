package tributary.input;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.flink.types.Row;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sales in all formats are the same rows, by the shipped profile as it is. */
class SameSalesIT {
  private static final List<String> COLUMNS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");

  @TempDir Path directory;

  private final List<Sale> sales = new ArrayList<>();

  private record Sale(
      String invoice,
      String code,
      String description,
      int quantity,
      String time,
      String price,
      Double customer,
      String country) {
    static Sale of(CsvRecord line) {
      return new Sale(
          line.getField(0),
          line.getField(1),
          line.getField(2).isEmpty() ? null : line.getField(2),
          Integer.parseInt(line.getField(3)),
          line.getField(4),
          line.getField(5),
          line.getField(6).isEmpty() ? null : Double.valueOf(line.getField(6)),
          line.getField(7));
    }

    LocalDateTime soldAt() {
      return LocalDateTime.parse(time.replace(' ', 'T'));
    }
  }

  @Test
  void theSameSalesAreTheSameRowsInAllFormats() throws Exception {
    readSales();
    for (String made : List.of("sales-of-spark.parquet", "sales-of-spark-legacy.parquet")) {
      resource(made);
    }
    writeBook();
    writeJsonLines();
    writeParquetOfParquet();
    writeParquetOfAvro();
    writeParquetOfDuckDb();
    writeArchive();
    Map<Object, List<String>> rows = rowsByFile();
    List<String> expected = rows.get("sales.csv");
    assertThat(expected).hasSize(300).allMatch(row -> row.startsWith("null, "));
    assertThat(expected)
        .anyMatch(row -> row.contains("536365, 85123A, WHITE \"HEART\", Ü, 17850, 6, 2.55"));
    assertThat(rows)
        .containsOnlyKeys(
            "sales.csv",
            "Online Retail.xlsx",
            "sales.jsonl",
            "sales-of-parquet.parquet",
            "sales-of-avro.parquet",
            "sales-of-duckdb.parquet",
            "sales-of-spark.parquet",
            "sales-of-spark-legacy.parquet",
            "sales.zip/Online Retail.xlsx")
        .allSatisfy((file, found) -> assertThat(found).isEqualTo(expected));
  }

  private void readSales() throws IOException {
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(resource("sales.csv"))) {
      lines.stream().skip(1).map(Sale::of).forEach(sales::add);
    }
  }

  private Path resource(String name) throws IOException {
    Path path = directory.resolve(name);
    if (!Files.exists(path)) {
      try (InputStream in = SameSalesIT.class.getResourceAsStream(name)) {
        Files.copy(in, path);
      }
    }
    return path;
  }

  /** The lines of each file, sorted, without where they are from. */
  private Map<Object, List<String>> rowsByFile() throws Exception {
    List<Row> rows =
        InputLines.query(
            InputLines.of("online-retail", directory.toString()),
            "SELECT source_file, problem, %s FROM input_lines"
                .formatted(String.join(", ", Content.TRANSACTIONS.columns())));
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getField(0),
                Collectors.mapping(
                    SameSalesIT::withoutFile,
                    Collectors.collectingAndThen(
                        Collectors.toList(), found -> found.stream().sorted().toList()))));
  }

  private static String withoutFile(Row row) {
    return IntStream.range(1, row.getArity())
        .mapToObj(place -> String.valueOf(row.getField(place)))
        .collect(Collectors.joining(", "));
  }

  private void writeBook() throws IOException {
    Path path = directory.resolve("Online Retail.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        Workbook book = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Online Retail");
      for (int column = 0; column < COLUMNS.size(); column++) {
        sheet.value(0, column, COLUMNS.get(column));
      }
      for (int i = 0; i < sales.size(); i++) {
        Sale sale = sales.get(i);
        code(sheet, i + 1, 0, sale.invoice());
        code(sheet, i + 1, 1, sale.code());
        sheet.value(i + 1, 2, sale.description());
        sheet.value(i + 1, 3, sale.quantity());
        sheet.value(i + 1, 4, sale.soldAt());
        sheet.style(i + 1, 4).format("m/d/yyyy h:mm").set();
        sheet.value(i + 1, 5, Double.parseDouble(sale.price()));
        sheet.value(i + 1, 6, sale.customer());
        sheet.value(i + 1, 7, sale.country());
      }
    }
  }

  /** As a spreadsheet does: what looks like a number, and keeps its digits, is one. */
  private static void code(Worksheet sheet, int row, int column, String code) {
    if (code.matches("[1-9][0-9]{0,9}")) {
      sheet.value(row, column, Long.parseLong(code));
    } else {
      sheet.value(row, column, code);
    }
  }

  private void writeJsonLines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (Sale sale : sales) {
      ObjectNode line = json.createObjectNode();
      line.put("InvoiceNo", sale.invoice()).put("StockCode", sale.code());
      if (sale.description() != null) {
        line.put("Description", sale.description());
      }
      line.put("Quantity", sale.quantity()).put("InvoiceDate", sale.time());
      line.put("UnitPrice", new BigDecimal(sale.price())).put("CustomerID", sale.customer());
      lines.add(line.put("Country", sale.country()).toString());
    }
    Files.write(directory.resolve("sales.jsonl"), lines);
  }

  private void writeParquetOfParquet() throws IOException {
    MessageType schema =
        new MessageType(
            "sale",
            Types.required(BINARY).as(stringType()).named("InvoiceNo"),
            Types.required(BINARY).as(stringType()).named("StockCode"),
            Types.optional(BINARY).as(stringType()).named("Description"),
            Types.required(INT32).named("Quantity"),
            Types.required(INT64)
                .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MILLIS))
                .named("InvoiceDate"),
            Types.required(INT64).as(decimalType(3, 18)).named("UnitPrice"),
            Types.optional(DOUBLE).named("CustomerID"),
            Types.required(BINARY).as(stringType()).named("Country"));
    List<Consumer<Group>> rows = new ArrayList<>();
    for (Sale sale : sales) {
      rows.add(row -> fill(row, sale));
    }
    ParquetFixture.write(directory.resolve("sales-of-parquet.parquet"), schema, rows);
  }

  private static void fill(Group row, Sale sale) {
    row.append("InvoiceNo", sale.invoice()).append("StockCode", sale.code());
    if (sale.description() != null) {
      row.append("Description", sale.description());
    }
    row.append("Quantity", sale.quantity());
    row.append("InvoiceDate", sale.soldAt().toInstant(ZoneOffset.UTC).toEpochMilli());
    row.append("UnitPrice", new BigDecimal(sale.price()).movePointRight(3).longValueExact());
    if (sale.customer() != null) {
      row.append("CustomerID", sale.customer());
    }
    row.append("Country", sale.country());
  }

  private void writeParquetOfAvro() throws IOException {
    Schema schema =
        SchemaBuilder.record("sale")
            .fields()
            .requiredString("InvoiceNo")
            .requiredString("StockCode")
            .optionalString("Description")
            .requiredInt("Quantity")
            .requiredString("InvoiceDate")
            .requiredDouble("UnitPrice")
            .optionalLong("CustomerID")
            .requiredString("Country")
            .endRecord();
    Path path = directory.resolve("sales-of-avro.parquet");
    try (ParquetWriter<GenericData.Record> writer =
        AvroParquetWriter.<GenericData.Record>builder(new LocalOutputFile(path))
            .withConf(new PlainParquetConfiguration())
            .withSchema(schema)
            .build()) {
      for (Sale sale : sales) {
        writer.write(
            new GenericRecordBuilder(schema)
                .set("InvoiceNo", sale.invoice())
                .set("StockCode", sale.code())
                .set("Description", sale.description())
                .set("Quantity", sale.quantity())
                .set("InvoiceDate", sale.time())
                .set("UnitPrice", Double.parseDouble(sale.price()))
                .set("CustomerID", sale.customer() == null ? null : sale.customer().longValue())
                .set("Country", sale.country())
                .build());
      }
    }
  }

  private void writeParquetOfDuckDb() throws Exception {
    Path path = directory.resolve("sales-of-duckdb.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      connection
          .createStatement()
          .execute(
              """
              COPY (
                SELECT * REPLACE (
                  UnitPrice::DECIMAL(18, 3) AS UnitPrice,
                  CustomerID::UINTEGER AS CustomerID)
                FROM read_csv('%s', types = {
                  'InvoiceNo': 'VARCHAR', 'StockCode': 'VARCHAR', 'Description': 'VARCHAR',
                  'Quantity': 'INTEGER', 'InvoiceDate': 'TIMESTAMP',
                  'UnitPrice': 'DECIMAL(18, 3)', 'CustomerID': 'DOUBLE'})
              ) TO '%s' (FORMAT parquet)
              """
                  .formatted(resource("sales.csv"), path));
    }
  }

  private void writeArchive() throws IOException {
    Zips.writeBytes(
        directory.resolve("sales.zip"),
        Map.of("Online Retail.xlsx", Files.readAllBytes(directory.resolve("Online Retail.xlsx"))));
  }
}
