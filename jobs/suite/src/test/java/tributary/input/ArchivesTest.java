package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;

class ArchivesTest {
  @TempDir Path directory;

  @Test
  void readsFilesOfAllKinds() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("a/", new byte[0]);
    entries.put("a/plain.csv", bytes("v\n1\n"));
    entries.put("a/year=2024/month.csv", bytes("w,v\n1,2\n"));
    entries.put("book.xlsx", book(3));
    entries.put("ü.jsonl", bytes("{\"v\":4}\n"));
    entries.put("z.csv.gz", gzipped("v\n5\n"));
    entries.put("p.parquet", parquet(6));
    entries.put("__MACOSX/a/._plain.csv", bytes("\0"));
    entries.put(".DS_Store", bytes("\0"));
    Path zip = Zips.writeBytes(directory.resolve("all.zip"), entries);
    Map<String, String> values = new TreeMap<>();
    for (InspectedFile file : inspect(zip)) {
      values.put(file.name(), TableRows.of(table(), file).get(0).get(0));
      assertThat(file.path()).isEqualTo(zip);
    }
    assertThat(values)
        .isEqualTo(
            Map.of(
                "all.zip/a/plain.csv", "1",
                "all.zip/a/year=2024/month.csv", "2",
                "all.zip/book.xlsx", "3",
                "all.zip/ü.jsonl", "4",
                "all.zip/z.csv.gz", "5",
                "all.zip/p.parquet", "6"));
    InspectedFile month = inspect(zip).get(1);
    assertThat(month.columns()).containsExactly("w", "v", "year");
    assertThat(month.sha256())
        .isEqualTo(Sums.of(Files.write(directory.resolve("month.csv"), bytes("w,v\n1,2\n"))));
  }

  @Test
  void refusesWhatIsNotSafeOrNotReadable() throws IOException {
    assertRefused(Map.of("../out.csv", "v\n1\n"), "bad.zip: its entry '../out.csv' has a path out");
    assertRefused(Map.of("/out.csv", "v\n1\n"), "bad.zip: its entry '/out.csv' has a path out");
    assertRefused(Map.of("C:\\out.csv", "v\n1\n"), "has a path out of it");
    assertRefused(Map.of(".hidden", "v\n"), "bad.zip: it is a zip archive that holds no file");
    assertRefused(Map.of("a.csv", ""), "bad.zip/a.csv: it is empty");
    assertRefused(Map.of("a.csv", "w\n1\n2"), "bad.zip/a.csv: its last line (3)");
    assertRefused(Map.of("a.docx", "", "[Content_Types].xml", "<x/>"), "an Office file");
    assertRefused(Map.of("a.ods", "", "mimetype", "application/vnd.oasis.opendocument"), ".ods");
  }

  @Test
  void refusesAnArchiveInAnArchive() throws IOException {
    Path inner = Zips.write(directory.resolve("inner.zip"), Map.of("a.csv", "v\n1\n"));
    Path outer =
        Zips.writeBytes(
            directory.resolve("outer.zip"), Map.of("inner.zip", Files.readAllBytes(inner)));
    assertThatThrownBy(() -> inspect(outer))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read outer.zip/inner.zip: it is a zip archive in another; unpack it");
  }

  @Test
  void refusesAnEntryThatIsDamaged() throws IOException {
    Path zip = Zips.write(directory.resolve("bad.zip"), Map.of("a.csv", "v\n" + "1\n".repeat(99)));
    byte[] bytes = Files.readAllBytes(zip);
    bytes[40] ^= 0x55;
    Files.write(zip, bytes);
    assertThatThrownBy(() -> inspect(zip))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read bad.zip/a.csv: it is damaged");
    Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> inspect(zip))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read bad.zip: it is a damaged zip archive, or cut off");
  }

  private void assertRefused(Map<String, String> entries, String why) throws IOException {
    Path zip = Zips.write(directory.resolve("bad.zip"), entries);
    assertThatThrownBy(() -> inspect(zip))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read bad.zip")
        .hasMessageContaining(why);
  }

  private static List<InspectedFile> inspect(Path zip) {
    InputFile file = new InputFile(zip, zip.getFileName().toString());
    FileInspector inspector = new FileInspector(table(), Content.TRANSACTIONS);
    List<InspectedFile> inspected = new ArrayList<>();
    Archives.opened(List.of(file), LeftOutFiles.refusing())
        .forEach(each -> inspected.addAll(inspector.inspectAll(each)));
    return inspected;
  }

  private static FileTable table() {
    return new FileTable("t", List.of("v"), FileTableOptions.parse(new HashMap<>(Map.of())), true);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  private static byte[] book(int value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("S");
      sheet.value(0, 0, "v");
      sheet.value(1, 0, value);
    }
    return bytes.toByteArray();
  }

  private byte[] parquet(int value) throws IOException {
    MessageType schema =
        new MessageType(
            "t",
            Types.optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.intType(32, true))
                .named("v"));
    return Files.readAllBytes(
        ParquetFixture.write(
            directory.resolve("p.parquet"), schema, List.of(row -> row.append("v", value))));
  }
}
