package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputLinesIT {
  private static final String CANONICAL =
      "SELECT transaction_id, product_id, product_name, customer_id, quantity, unit_price,"
          + " currency, sold_at, country, declared_kind FROM input_lines ORDER BY source_line";
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  private static final List<Row> SALES =
      List.of(
          Row.of(
              "536365",
              "85123A",
              "WHITE \"HEART\", BIG",
              "17850",
              "6",
              "2.55",
              "GBP",
              "2010-12-01 08:26:00",
              "United Kingdom",
              null),
          Row.of(
              "C536379",
              "D",
              "Caf\u00e9 discount",
              null,
              "-1",
              "27.5",
              "GBP",
              "2010-12-01 09:41:00",
              "EIRE",
              "adjustment"),
          Row.of(
              "C536380",
              "22632",
              null,
              "17511",
              "-1",
              "0",
              "GBP",
              "2010-12-01 09:42:00",
              "EIRE",
              "cancellation"));

  @TempDir Path directory;

  @Test
  void readsBothShapesOfOnlineRetail() throws Exception {
    String iso =
        HEADER
            + "\n536365,85123a,\"WHITE \"\"HEART\"\", BIG\",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom"
            + "\nC536379,D,Caf\u00e9 discount,-1,2010-12-01 09:41:00,27.50,,EIRE"
            + "\nC536380,22632, ,-1,2010-12-01 09:42:00,0.0,17511.0,EIRE\n";
    String american =
        HEADER
            + "\r\n536365,85123A,\"WHITE \"\"HEART\"\", BIG\",6,12/1/2010 8:26,2.55,17850,United Kingdom"
            + "\r\nC536379,D,Caf\u00e9 discount,-1,12/1/2010 9:41,27.5,,EIRE"
            + "\r\nC536380,22632,,-1,12/1/2010 9:42,0,17511,EIRE \r\n";
    write("iso.csv", iso.getBytes(StandardCharsets.UTF_8));
    write("marked.csv", ("\ufeff" + iso).getBytes(StandardCharsets.UTF_8));
    write("wide.csv", ("\ufeff" + iso).getBytes(StandardCharsets.UTF_16LE));
    write("latin.csv", american.getBytes(Charset.forName("windows-1252")));
    write("packed.csv.gz", gzip(american));
    for (String name : List.of("iso.csv", "marked.csv", "wide.csv", "latin.csv", "packed.csv.gz")) {
      assertThat(query("online-retail", name, CANONICAL)).as(name).isEqualTo(SALES);
    }
  }

  @Test
  void bindsColumnsByNameAndKeepsTheOthers() throws Exception {
    write(
        "permuted.csv",
        ("Country,Extra,UNITPRICE, Quantity,InvoiceDate,StockCode,Description,InvoiceNo,CustomerID,Note\n"
                + "EIRE,\"a \"\"b\"\"\",1.5,2,2010-12-01 08:26:00,X,thing,1,7,\n"
                + "EIRE,,1.5,2,2010-12-01 08:26:00,X,thing,2,7,\n")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(
            query(
                "online-retail",
                "permuted.csv",
                "SELECT source, source_file, source_line, transaction_id, quantity, unit_price, country,"
                    + " unmapped_columns, amount, store, problem FROM input_lines ORDER BY source_line"))
        .containsExactly(
            Row.of(
                "online-retail",
                "permuted.csv",
                2L,
                "1",
                "2",
                "1.5",
                "EIRE",
                "{\"Extra\":\"a \\\"b\\\"\"}",
                null,
                null,
                null),
            Row.of(
                "online-retail",
                "permuted.csv",
                3L,
                "2",
                "2",
                "1.5",
                "EIRE",
                null,
                null,
                null,
                null));
  }

  @Test
  void losesNoMalformedLine() throws Exception {
    write(
        "bad.csv",
        (HEADER
                + "\n1,X,thing,1,2010-12-01 08:26:00,1,7,EIRE"
                + "\n2,X,thing,1,2010-12-01 08:26:00,1,7"
                + "\n"
                + "\nC3,POST,\"thing,1,2010-12-01 08:26:00,1,7,EIRE"
                + "\n4,X,\"two\nlines\",1,2010-12-01 08:26:00,1,7,EIRE"
                + "\n5,X,"
                + "y".repeat(10 << 20)
                + ",1,2010-12-01 08:26:00,1,7,EIRE"
                + "\n6,X,thing,one,2011-02-31 08:26:00,1,7,EIRE\n")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(
            query(
                "online-retail",
                "bad.csv",
                "SELECT source_line, transaction_id, currency, declared_kind, problem,"
                    + " CHAR_LENGTH(raw_line), PARSE_QUANTITY(quantity), PARSE_TIMESTAMP(sold_at)"
                    + " FROM input_lines ORDER BY source_line"))
        .containsExactly(
            good(2, "1", 40),
            bad(3, "has 7 columns, expected 8", 35),
            bad(4, "is blank", 0),
            bad(5, "quote never closed", 45),
            good(6, "4", 46),
            bad(8, "is 10485795 bytes long, more than 1048576", 10485795),
            Row.of(9L, "6", "GBP", null, null, 42, null, null));
  }

  private static Row good(long line, String transaction, int length) {
    LocalDateTime soldAt = LocalDateTime.of(2010, 12, 1, 8, 26);
    return Row.of(line, transaction, "GBP", null, null, length, new BigDecimal("1.000"), soldAt);
  }

  private static Row bad(long line, String problem, int length) {
    return Row.of(line, null, null, null, problem, length, null, null);
  }

  @Test
  void countsLinesOutsideSql() throws Exception {
    Files.createDirectories(directory.resolve("days/2010"));
    write(
        "days/2010/a.csv",
        (HEADER + "\n1,X,t,1,2010-12-01 08:26:00,1,7,EIRE\n2,X\n")
            .getBytes(StandardCharsets.UTF_8));
    write("days/b.csv", (HEADER + "\n" + "3,X\n".repeat(3)).getBytes(StandardCharsets.UTF_8));
    assertThat(accumulated(SourceProfile.load(InputLines.LIBRARY, "online-retail"), "days"))
        .isEqualTo(
            Map.of(
                "lines:2010/a.csv", 2L,
                "lines:b.csv", 3L,
                "problems:2010/a.csv", 1L,
                "problems:b.csv", 3L));
  }

  @Test
  void readsGeneratedParquetAndCsvAlike() throws Exception {
    Files.createDirectories(directory.resolve("csv"));
    write(
        "csv/transactions.csv",
        ("transaction_id,customer_id,product_id,product_name,category,subcategory,quantity,"
                + "unit_price,sold_at,country\n"
                + "T1,C1,P1,Lamp,Home,Light,2,12.50,2025-01-02 03:04:05,France\n"
                + "T2,,P1,Lamp,Home,Light,-1,12.50,2025-01-02 03:04:06,France\n")
            .getBytes(StandardCharsets.UTF_8));
    write("csv/products.csv", "ignored\n".getBytes(StandardCharsets.UTF_8));
    Path parquet = Files.createDirectories(directory.resolve("parquet"));
    writeParquet(parquet.resolve("transactions.parquet"));
    String query =
        "SELECT transaction_id, product_id, product_name, customer_id, quantity, unit_price,"
            + " sold_at, country, category, subcategory, unmapped_columns"
            + " FROM input_lines ORDER BY transaction_id";
    List<Row> rows =
        List.of(
            Row.of(
                "T1",
                "P1",
                "Lamp",
                "C1",
                "2",
                "12.5",
                "2025-01-02 03:04:05",
                "France",
                "Home",
                "Light",
                null),
            Row.of(
                "T2",
                "P1",
                "Lamp",
                null,
                "-1",
                "12.5",
                "2025-01-02 03:04:06",
                "France",
                "Home",
                "Light",
                null));
    assertThat(query("generated", "csv", query)).isEqualTo(rows);
    List<Row> fromParquet = query("generated", "parquet", query);
    assertThat(fromParquet.get(1).getField(10)).isEqualTo("{\"delivered\":\"2025-01-03\"}");
    fromParquet.get(1).setField(10, null);
    assertThat(fromParquet).isEqualTo(rows);
    assertThat(
            query(
                "generated",
                "parquet",
                "SELECT source_file, source_line, problem FROM input_lines ORDER BY source_line"))
        .containsExactly(
            Row.of("transactions.parquet", 1L, null), Row.of("transactions.parquet", 2L, null));
  }

  @Test
  void tellsOfLinesOfAJoinedFileThatItPassesOver() throws Exception {
    Files.createDirectories(directory.resolve("shop"));
    write("shop/sales.csv", "sold,code\n2025-03-01,A\n".getBytes(StandardCharsets.UTF_8));
    write(
        "shop/products.csv",
        "code,name\nA,apple\n\nB,pear,green\nC\nD,fig\n".getBytes(StandardCharsets.UTF_8));
    Path profile = directory.resolve("till.sql");
    Files.writeString(
        profile,
        """
        CREATE TEMPORARY TABLE sales (sold STRING, code STRING) WITH (
          'connector' = 'retail-files', 'files' = 'sales*');
        CREATE TEMPORARY TABLE products (code STRING, name STRING) WITH (
          'connector' = 'retail-files', 'files' = 'products*');
        SELECT line, '1' AS amount, TIMESTAMP_TEXT(s.sold, 'yyyy-MM-dd') AS sold_at, p.name AS product_name
        FROM sales s LEFT JOIN products p ON p.code = s.code
        """);
    assertThat(accumulated(SourceProfile.load(InputLines.LIBRARY, profile.toString()), "shop"))
        .isEqualTo(
            Map.of(
                "lines:sales.csv", 1L,
                "problems:sales.csv", 0L,
                "passed-over:products.csv", 2L,
                "passed-over-example:products.csv", List.of("line 4 has 3 columns, expected 2")));
  }

  private Map<String, Object> accumulated(SourceProfile profile, String input) throws Exception {
    StreamExecutionEnvironment streams =
        StreamExecutionEnvironment.getExecutionEnvironment(
            Configuration.fromMap(Map.of("execution.runtime-mode", "BATCH")));
    StreamTableEnvironment env = StreamTableEnvironment.create(streams);
    profile.register(env, profile.inspect(InputFiles.resolve(directory + "/" + input)));
    env.toDataStream(env.sqlQuery("SELECT source_file, product_name FROM input_lines"))
        .sinkTo(new DiscardingSink<>());
    return streams.execute().getAllAccumulatorResults();
  }

  @Test
  void joinsAFileOfProductsAndReadsByPosition() throws Exception {
    Files.createDirectories(directory.resolve("shop"));
    write(
        "shop/till.txt",
        "exported yesterday\nP1|1.234,50|31.12.2024\nP2|7|31.12.2024"
            .getBytes(StandardCharsets.ISO_8859_1));
    write("shop/products.csv", "Code;Name\nP1;Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Path profile = directory.resolve("till.sql");
    Files.writeString(
        profile,
        """
        CREATE TEMPORARY TABLE till (product STRING, total STRING, sold STRING) WITH (
          'connector' = 'retail-files', 'files' = '*.txt', 'delimiter' = '|', 'header' = 'false',
          'skip-lines' = '1', 'last-line' = 'may-be-open', 'equal-lines' = 'real');
        CREATE TEMPORARY TABLE products (Code STRING, Name STRING) WITH (
          'connector' = 'retail-files', 'files' = 'products*', 'delimiter' = ';',
          'encoding' = 'iso-8859-1');
        WITH names AS (SELECT Code, Name FROM products)
        SELECT t.line, NUMBER_TEXT(t.total, ',') AS amount, p.Name AS product_name,
          TIMESTAMP_TEXT(t.sold, 'dd.MM.yyyy') AS sold_at, 1 AS quantity
        FROM till t LEFT JOIN names p ON p.Code = t.product
        """);
    assertThat(SourceProfile.load(InputLines.LIBRARY, profile.toString()).equalLinesAreReal())
        .isTrue();
    assertThat(
            query(
                profile.toString(),
                "shop",
                "SELECT source, source_line, amount, product_name, sold_at, quantity FROM input_lines"
                    + " ORDER BY source_line"))
        .containsExactly(
            Row.of("till", 2L, "1234.5", "Caf\u00e9", "2024-12-31 00:00:00", "1"),
            Row.of("till", 3L, "7", null, "2024-12-31 00:00:00", "1"));
  }

  @Test
  void readsTheSectionsOfALongFileAsOne() throws Exception {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < 400_000; i++) {
      text.append(i).append(",X,some thing or other,1,2010-12-01 08:26:00,1,7,EIRE\n");
    }
    write("long.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(
            query(
                "online-retail",
                "long.csv",
                "SELECT COUNT(*), COUNT(DISTINCT source_line), MIN(source_line), MAX(source_line),"
                    + " SUM(CASE WHEN CAST(transaction_id AS BIGINT) + 2 = source_line THEN 1 ELSE 0 END)"
                    + " FROM input_lines"))
        .containsExactly(Row.of(400_000L, 400_000L, 2L, 400_001L, 400_000));
  }

  private List<Row> query(String profile, String input, String sql) throws Exception {
    TableEnvironment env = InputLines.of(profile, directory.resolve(input).toString());
    return InputLines.query(env, sql);
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static void writeParquet(Path path) throws IOException {
    Schema price = LogicalTypes.decimal(10, 2).addToSchema(Schema.create(Schema.Type.BYTES));
    Schema moment =
        LogicalTypes.localTimestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
    Schema date = LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
    Schema schema =
        SchemaBuilder.record("sale")
            .fields()
            .requiredString("transaction_id")
            .optionalString("customer_id")
            .requiredString("product_id")
            .requiredString("product_name")
            .requiredString("category")
            .requiredString("subcategory")
            .requiredInt("quantity")
            .name("unit_price")
            .type(price)
            .noDefault()
            .name("sold_at")
            .type(moment)
            .noDefault()
            .requiredString("country")
            .name("delivered")
            .type()
            .unionOf()
            .nullType()
            .and()
            .type(date)
            .endUnion()
            .nullDefault()
            .endRecord();
    GenericData model = new GenericData();
    model.addLogicalTypeConversion(new Conversions.DecimalConversion());
    model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(path))
            .withSchema(schema)
            .withDataModel(model)
            .withConf(new PlainParquetConfiguration())
            .build()) {
      writer.write(sale(schema, "T1", "C1", 2, LocalDateTime.of(2025, 1, 2, 3, 4, 5), null));
      writer.write(
          sale(
              schema,
              "T2",
              null,
              -1,
              LocalDateTime.of(2025, 1, 2, 3, 4, 6),
              LocalDate.of(2025, 1, 3)));
    }
  }

  private static GenericRecord sale(
      Schema schema,
      String transaction,
      String customer,
      int quantity,
      LocalDateTime soldAt,
      LocalDate delivered) {
    GenericRecord sale = new GenericData.Record(schema);
    sale.put("transaction_id", transaction);
    sale.put("customer_id", customer);
    sale.put("product_id", "P1");
    sale.put("product_name", "Lamp");
    sale.put("category", "Home");
    sale.put("subcategory", "Light");
    sale.put("quantity", quantity);
    sale.put("unit_price", new BigDecimal("12.50"));
    sale.put("sold_at", soldAt);
    sale.put("country", "France");
    sale.put("delivered", delivered);
    return sale;
  }
}
