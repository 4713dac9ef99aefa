package tributary.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tributary.config.UserError;
import tributary.input.InspectedFile.Kind;
import tributary.input.InspectedFile.Section;

class ParquetFilesTest {
  private static final MessageType ITEM =
      new MessageType(
          "my rows.of-2025",
          Types.optional(BINARY).as(stringType()).named("Artikel-Nr. (ü)"),
          Types.required(INT32).as(decimalType(2, 9)).named("2nd price"));

  private static final MessageType NESTED =
      MessageTypeParser.parseMessageType(
          """
          message sale {
            optional binary item (STRING);
            optional group address { optional binary city (STRING); optional int32 zip; }
            optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
            optional group sums (MAP) {
              repeated group key_value {
                required binary key (STRING);
                optional int32 value (DECIMAL(9, 2));
              }
            }
            repeated int32 marks;
            required double price;
          }
          """);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(ParquetProperties.WriterVersion.class)
  void readsRunsOfEqualValuesThatStandInNoDictionary(ParquetProperties.WriterVersion version)
      throws IOException {
    MessageType schema =
        new MessageType(
            "rows",
            Types.optional(BINARY).as(stringType()).named("receipt"),
            Types.required(INT64).named("day"));
    List<Consumer<Group>> rows = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String receipt = i % 11 == 0 ? null : "R\"" + i / 7 + " ".repeat(i % 2);
      long day = i / 300;
      rows.add(
          row -> {
            if (receipt != null) {
              row.append("receipt", receipt);
            }
            row.append("day", day);
          });
      String field = receipt == null ? "" : "\"" + receipt.replace("\"", "\"\"") + "\"";
      expected.add(
          Arrays.asList(
              receipt == null ? null : receipt.strip(),
              Long.toString(day),
              null,
              "%s,%d".formatted(field, day)));
    }
    Path path =
        ParquetFixture.write(
            directory.resolve("runs.parquet"),
            schema,
            rows,
            builder -> builder.withWriterVersion(version).withDictionaryEncoding(false));
    assertThat(ParquetFixture.rows(path, "receipt", "day")).isEqualTo(expected);
  }

  @Test
  void takesAnyNameAndShowsTheWholeRow() throws IOException {
    Path path =
        ParquetFixture.write(
            directory.resolve("names.parquet"),
            ITEM,
            List.of(
                row -> row.append("Artikel-Nr. (ü)", " P\"1\n ").append("2nd price", 125),
                row -> row.append("2nd price", -5)));
    assertThat(ParquetFixture.rows(path, "2ND PRICE", "Artikel-Nr. (ü)"))
        .containsExactly(
            Arrays.asList("1.25", "P\"1", null, "\" P\"\"1\n \",1.25"),
            Arrays.asList("-0.05", null, null, ",-0.05"));
  }

  @Test
  void keepsNestedColumnsAsJsonBesideThoseWanted() throws IOException {
    Path path = nested();
    List<List<String>> rows = ParquetFixture.rows(path, "price", "item");
    assertThat(rows.get(0))
        .containsExactly(
            "2.5",
            "P1",
            null,
            "P1,\"{\"\"city\"\":\"\"Bonn\"\",\"\"zip\"\":null}\",\"[\"\"a\"\",null]\",\"{\"\"net\"\":12.50}\",\"[1,2]\",2.5");
    assertThat(rows.get(1)).containsExactly("NaN", null, null, ",,,,,NaN");
  }

  @Test
  void readsPagesWithoutValues() throws IOException {
    Page noMarks = page(0, 0, 0, 0, 0, 0, 0, 0, 0);
    Page marks = page(2, 2, 0, 0, 0, 4, 0, 2, 0, 0, 0, 4, 1, 7, 0, 0, 0, 9, 0, 0, 0);
    Path path =
        pages(
            "message m { required int32 n; repeated int32 marks; }",
            List.of(page(0), page(2, 1, 0, 0, 0, 2, 0, 0, 0)),
            List.of(noMarks, marks, noMarks));
    assertThat(ParquetFixture.rows(path, "n"))
        .containsExactly(Arrays.asList("1", null, "1,[7]"), Arrays.asList("2", null, "2,[9]"));
  }

  @Test
  void namesAFileWhosePagesHoldLessThanTheySay() throws IOException {
    Path path = pages("message m { required int32 n; }", List.of(page(2, 1, 0, 0, 0)));
    assertThatThrownBy(() -> ParquetFixture.rows(path, "n"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read pages.parquet: it is damaged near row 1; deliver it anew");
  }

  /** A file of two rows, with the pages of each of its columns. */
  @SafeVarargs
  private Path pages(String schema, List<Page>... columns) throws IOException {
    Path path = directory.resolve("pages.parquet");
    MessageType type = MessageTypeParser.parseMessageType(schema);
    ParquetFileWriter writer =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            type,
            ParquetFileWriter.Mode.CREATE,
            1 << 20,
            0,
            null,
            ParquetProperties.builder().build());
    writer.start();
    writer.startBlock(2);
    for (int i = 0; i < columns.length; i++) {
      writeColumn(writer, type.getColumns().get(i), columns[i]);
    }
    writer.endBlock();
    writer.end(Map.of());
    return path;
  }

  private record Page(int values, byte[] bytes) {}

  private static Page page(int values, int... bytes) {
    byte[] page = new byte[bytes.length];
    IntStream.range(0, bytes.length).forEach(i -> page[i] = (byte) bytes[i]);
    return new Page(values, page);
  }

  private static void writeColumn(
      ParquetFileWriter writer, ColumnDescriptor column, List<Page> pages) throws IOException {
    writer.startColumn(column, 2, CompressionCodecName.UNCOMPRESSED);
    for (Page page : pages) {
      writer.writeDataPage(
          page.values(),
          page.bytes().length,
          BytesInput.from(page.bytes()),
          Statistics.createStats(column.getPrimitiveType()),
          page.values(),
          Encoding.RLE,
          Encoding.RLE,
          Encoding.PLAIN);
    }
    writer.endColumn();
  }

  @Test
  void refusesANestedColumnThatIsWanted() throws IOException {
    Path path = nested();
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "address"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read nested.parquet: its column 'address' is a struct of city, zip, which has no text of its own; write it as columns with one value a row, or leave it out of the profile");
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "item", "Tags"))
        .hasMessageContaining("its column 'tags' is a list");
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "marks"))
        .hasMessageContaining("its column 'marks' is a list");
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "sums"))
        .hasMessageContaining("its column 'sums' is a map");
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void unpacks(CompressionCodecName codec) throws IOException {
    Path path = numbers("packed.parquet", 100, codec);
    assertThat(ParquetFixture.texts(path, "n")).hasSize(100).endsWith("98", "99");
  }

  @Test
  void readsRowGroupsApartAndNumbersTheirRowsThrough() throws IOException {
    String filling = "x".repeat(1000);
    List<Consumer<Group>> rows = new ArrayList<>();
    IntStream.range(0, 40_000)
        .forEach(i -> rows.add(row -> row.append("n", (long) i).append("filling", filling + i)));
    Path path =
        ParquetFixture.write(
            directory.resolve("groups.parquet"),
            new MessageType(
                "numbers",
                Types.required(INT64).named("n"),
                Types.required(BINARY).named("filling")),
            rows,
            writer -> writer.withDictionaryEncoding(false).withRowGroupSize(4L << 20));
    InspectedFile file = ParquetFixture.inspect(path, "n");
    assertThat(file.lines()).isEqualTo(40_000);
    assertThat(file.sections()).hasSizeBetween(2, 4);
    long expected = 1;
    for (FileSection section : FileSection.of(file)) {
      try (FileRecord record =
          section.open(ParquetFixture.table("n").options(), new ColumnUse(Set.of(0), false))) {
        while (record.next()) {
          assertThat(record.line()).isEqualTo(expected);
          assertThat(record.column(0)).hasToString(Long.toString(expected - 1));
          expected++;
        }
      }
    }
    assertThat(expected).isEqualTo(40_001);
  }

  @Test
  void countsRowsWithoutReadingAnyColumn() throws IOException {
    Path path = numbers("count.parquet", 1000, CompressionCodecName.ZSTD);
    FileSection section = FileSection.of(ParquetFixture.inspect(path, "n")).get(0);
    try (FileRecord record =
        section.open(ParquetFixture.table("n").options(), new ColumnUse(Set.of(), false))) {
      int rows = 0;
      while (record.next()) {
        rows++;
      }
      assertThat(rows).isEqualTo(1000);
    }
  }

  @Test
  void readsAFileWithoutRows() throws IOException {
    Path path = numbers("none.parquet", 0, CompressionCodecName.ZSTD);
    InspectedFile file = ParquetFixture.inspect(path, "n");
    assertThat(file.lines()).isZero();
    assertThat(file.sections()).containsExactly(new Section(0, 0, 1));
    assertThat(ParquetFixture.rows(path, "n")).isEmpty();
  }

  @Test
  void recognizesParquetByItsContent() throws IOException {
    Path path = numbers("part-0000", 3, CompressionCodecName.SNAPPY);
    assertThat(ParquetFixture.inspect(path, "n").kind()).isEqualTo(Kind.PARQUET);
    Path text = Files.writeString(directory.resolve("text"), "PAR1,n\n1,2\n");
    assertThat(ParquetFixture.inspect(text, "n").kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void namesAFileThatIsNotWhole() throws IOException {
    Path path = numbers("whole.parquet", 1000, CompressionCodecName.SNAPPY);
    byte[] bytes = Files.readAllBytes(path);
    Path cut = Files.write(directory.resolve("cut.parquet"), Arrays.copyOf(bytes, 700));
    assertThatThrownBy(() -> ParquetFixture.inspect(cut, "n"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read cut.parquet: it is not a Parquet file, or it is cut off");
    for (int place = 100; place < 400; place++) {
      bytes[place] ^= 0x55;
    }
    Path damaged = Files.write(directory.resolve("damaged.parquet"), bytes);
    assertThatThrownBy(() -> ParquetFixture.inspect(damaged, "n"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read damaged.parquet: its row group 1 of 1 is damaged (");
  }

  @Test
  void namesAFileWithoutSumsWhoseValuesAreDamaged() throws IOException {
    List<Consumer<Group>> rows = new ArrayList<>();
    IntStream.range(0, 1000).forEach(i -> rows.add(row -> row.append("item", "P" + i)));
    MessageType schema = MessageTypeParser.parseMessageType("message m { required binary item; }");
    Path path =
        ParquetFixture.write(
            directory.resolve("plain.parquet"),
            schema,
            rows,
            writer ->
                writer
                    .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                    .withDictionaryEncoding(false)
                    .withPageWriteChecksumEnabled(false));
    assertThat(ParquetFixture.inspect(path, "item").lines()).isEqualTo(1000);
    byte[] bytes = Files.readAllBytes(path);
    int lengthOf500 = new String(bytes, ISO_8859_1).indexOf("P500") - Integer.BYTES;
    bytes[lengthOf500] = 100;
    Files.write(path, bytes);
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "item"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read plain.parquet: its row group 1 of 1 is damaged (");
  }

  @Test
  void saysThatAFileIsEncrypted() throws IOException {
    Path path = Files.write(directory.resolve("secret.parquet"), "PARE\u0001\u0002PARE".getBytes());
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "n"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read secret.parquet: it is encrypted; deliver it without encryption");
  }

  @Test
  void givesTheValuesOfItsDirectoriesAsColumns() throws IOException {
    Path folder =
        Files.createDirectories(
            directory.resolve("country=C%C3%B4te d%27Ivoire/N=7/month=__HIVE_DEFAULT_PARTITION__"));
    Path parquet = numbers(folder.resolve("a").toString(), 1, CompressionCodecName.ZSTD);
    assertThat(ParquetFixture.inspect(parquet, "n").columns())
        .containsExactly("n", "country", "month");
    assertThat(ParquetFixture.rows(parquet, "n", "Country", "month"))
        .containsExactly(Arrays.asList("0", "Côte d'Ivoire", null, null, "0"));
    Path text = Files.writeString(folder.resolve("b.csv"), "x;y\n1;2\n");
    assertThat(ParquetFixture.rows(text, "y", "country", "N"))
        .containsExactly(Arrays.asList("2", "Côte d'Ivoire", "7", null, "1;2"));
  }

  private Path nested() throws IOException {
    List<Consumer<Group>> rows =
        List.of(
            row -> {
              row.append("item", "P1").append("price", 2.5).append("marks", 1).append("marks", 2);
              row.addGroup("address").append("city", "Bonn");
              Group tags = row.addGroup("tags");
              tags.addGroup("list").append("element", "a");
              tags.addGroup("list");
              row.addGroup("sums").addGroup("key_value").append("key", "net").append("value", 1250);
            },
            row -> row.append("price", Double.NaN));
    return ParquetFixture.write(directory.resolve("nested.parquet"), NESTED, rows);
  }

  private Path numbers(String name, int rows, CompressionCodecName codec) throws IOException {
    List<Consumer<Group>> values = new ArrayList<>();
    IntStream.range(0, rows).forEach(i -> values.add(row -> row.append("n", (long) i)));
    return ParquetFixture.write(
        directory.resolve(name),
        new MessageType("numbers", Types.required(INT64).named("n")),
        values,
        writer -> writer.withCompressionCodec(codec));
  }
}
