package tributary.input;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
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

  private static final List<Sale> SALES =
      List.of(
          new Sale("536365", "85123A", "WHITE \"HEART\", Ü", 6, "2010-12-01T08:26", "2.55", 17850),
          new Sale("536365", "22423", "CAKE STAND", 12, "2010-12-01T08:26", "0.1", 17850),
          new Sale("C536379", "D", "Discount", -1, "2010-12-01T09:41", "27.5", 14527),
          new Sale("536414", "22139", null, 56, "2010-12-01T11:52", "0", null),
          new Sale("581587", "POST", "POSTAGE", 1, "2011-12-09T12:50", "13541.33", 12680),
          new Sale("581587", "00123", "1.10", 1000000, "2011-12-09T00:00", "0.001", 12680));

  @TempDir Path directory;

  private record Sale(
      String invoice,
      String code,
      String description,
      int quantity,
      String time,
      String price,
      Integer customer) {
    LocalDateTime soldAt() {
      return LocalDateTime.parse(time);
    }
  }

  @Test
  void theSameSalesAreTheSameRowsInAllFormats() throws Exception {
    List<String> expected = rows(csv());
    assertThat(expected).hasSize(SALES.size()).allMatch(row -> row.startsWith("+I[null, "));
    assertThat(expected)
        .anyMatch(row -> row.contains("536365, 85123A, WHITE \"HEART\", Ü, 17850, 6, 2.55"));
    assertThat(rows(book())).isEqualTo(expected);
    assertThat(rows(jsonLines())).isEqualTo(expected);
    assertThat(rows(parquetOfParquet())).isEqualTo(expected);
    assertThat(rows(parquetOfAvro())).isEqualTo(expected);
    assertThat(rows(parquetOfDuckDb())).isEqualTo(expected);
    assertThat(rows(archive())).isEqualTo(expected);
  }

  private static List<String> rows(Path file) throws Exception {
    String columns = String.join(", ", Content.TRANSACTIONS.columns());
    return InputLines.query(
            InputLines.of("online-retail", file.toString()),
            "SELECT problem, " + columns + " FROM input_lines")
        .stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private Path csv() throws IOException {
    List<String> lines = new ArrayList<>(List.of(String.join(",", COLUMNS)));
    for (Sale sale : SALES) {
      String description =
          sale.description() == null ? "" : sale.description().replace("\"", "\"\"");
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%s,\"%s\",%d,%s:00,%s,%s,UK",
              sale.invoice(),
              sale.code(),
              description,
              sale.quantity(),
              sale.time().replace('T', ' '),
              sale.price(),
              sale.customer() == null ? "" : sale.customer() + ".0"));
    }
    return Files.writeString(directory.resolve("sales.csv"), String.join("\n", lines) + "\n");
  }

  private Path book() throws IOException {
    Path path = directory.resolve("Online Retail.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        Workbook book = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Online Retail");
      for (int column = 0; column < COLUMNS.size(); column++) {
        sheet.value(0, column, COLUMNS.get(column));
      }
      for (int i = 0; i < SALES.size(); i++) {
        Sale sale = SALES.get(i);
        code(sheet, i + 1, 0, sale.invoice());
        code(sheet, i + 1, 1, sale.code());
        sheet.value(i + 1, 2, sale.description());
        sheet.value(i + 1, 3, sale.quantity());
        sheet.value(i + 1, 4, sale.soldAt());
        sheet.style(i + 1, 4).format("m/d/yyyy h:mm").set();
        sheet.value(i + 1, 5, Double.parseDouble(sale.price()));
        sheet.value(i + 1, 6, sale.customer());
        sheet.value(i + 1, 7, "UK");
      }
    }
    return path;
  }

  /** As a spreadsheet does: what looks like a number, and keeps its digits, is one. */
  private static void code(Worksheet sheet, int row, int column, String code) {
    if (code.matches("[1-9][0-9]{0,9}")) {
      sheet.value(row, column, Long.parseLong(code));
    } else {
      sheet.value(row, column, code);
    }
  }

  private Path jsonLines() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Sale sale : SALES) {
      text.append(
          String.format(
              Locale.ROOT,
              "{\"InvoiceNo\":\"%s\",\"StockCode\":\"%s\",%s\"Quantity\":%d,"
                  + "\"InvoiceDate\":\"%s:00\",\"UnitPrice\":%s,\"CustomerID\":%s,\"Country\":\"UK\"}%n",
              sale.invoice(),
              sale.code(),
              sale.description() == null
                  ? ""
                  : "\"Description\":\"" + sale.description().replace("\"", "\\\"") + "\",",
              sale.quantity(),
              sale.time().replace('T', ' '),
              sale.price(),
              sale.customer()));
    }
    return Files.writeString(directory.resolve("sales.jsonl"), text.toString());
  }

  private Path parquetOfParquet() throws IOException {
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
            Types.required(INT32).as(decimalType(3, 9)).named("UnitPrice"),
            Types.optional(DOUBLE).named("CustomerID"),
            Types.required(BINARY).as(stringType()).named("Country"));
    List<Consumer<Group>> rows = new ArrayList<>();
    for (Sale sale : SALES) {
      rows.add(row -> fill(row, sale));
    }
    return ParquetFixture.write(directory.resolve("parquet.parquet"), schema, rows);
  }

  private static void fill(Group row, Sale sale) {
    row.append("InvoiceNo", sale.invoice()).append("StockCode", sale.code());
    if (sale.description() != null) {
      row.append("Description", sale.description());
    }
    row.append("Quantity", sale.quantity());
    row.append("InvoiceDate", sale.soldAt().toInstant(ZoneOffset.UTC).toEpochMilli());
    row.append("UnitPrice", new BigDecimal(sale.price()).movePointRight(3).intValueExact());
    if (sale.customer() != null) {
      row.append("CustomerID", sale.customer().doubleValue());
    }
    row.append("Country", "UK");
  }

  private Path parquetOfAvro() throws IOException {
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
    Path path = directory.resolve("avro.parquet");
    try (ParquetWriter<GenericData.Record> writer =
        AvroParquetWriter.<GenericData.Record>builder(new LocalOutputFile(path))
            .withConf(new PlainParquetConfiguration())
            .withSchema(schema)
            .build()) {
      for (Sale sale : SALES) {
        writer.write(
            new GenericRecordBuilder(schema)
                .set("InvoiceNo", sale.invoice())
                .set("StockCode", sale.code())
                .set("Description", sale.description())
                .set("Quantity", sale.quantity())
                .set("InvoiceDate", sale.time().replace('T', ' ') + ":00")
                .set("UnitPrice", Double.parseDouble(sale.price()))
                .set("CustomerID", sale.customer() == null ? null : sale.customer().longValue())
                .set("Country", "UK")
                .build());
      }
    }
    return path;
  }

  private Path parquetOfDuckDb() throws Exception {
    Path path = directory.resolve("duck.parquet");
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
                  .formatted(csv(), path));
    }
    return path;
  }

  private Path archive() throws IOException {
    return Zips.writeBytes(
        directory.resolve("sales.zip"), Map.of("Online Retail.xlsx", Files.readAllBytes(book())));
  }
}
