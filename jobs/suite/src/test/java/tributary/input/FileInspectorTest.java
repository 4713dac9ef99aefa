package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tributary.ForeignLocale;
import tributary.config.UserError;
import tributary.input.InspectedFile.Kind;
import tributary.input.InspectedFile.Section;

@ExtendWith(ForeignLocale.class)
class FileInspectorTest {
  private static final String TEXT = "a,b\n1,2\n3,4\n";

  @TempDir Path directory;

  @Test
  void tellsWhatAFileIs() throws IOException {
    InspectedFile file = inspect("x.csv", TEXT.getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(file.name()).isEqualTo("x.csv");
    assertThat(file.bytes()).isEqualTo(12);
    assertThat(file.sha256())
        .isEqualTo("b9485148546419a0f6a85e8d708c923557c15d7f3c7d078ef1fa7f7c0f57d5a5");
    assertThat(file.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(file.kind()).isEqualTo(Kind.TEXT);
    assertThat(file.columns()).containsExactly("a", "b");
    assertThat(file.lines()).isEqualTo(3);
    assertThat(file.sections()).containsExactly(new Section(0, 12, 1));
  }

  @Test
  void findsTheDelimiterByTheHeader() throws IOException {
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      String text = TEXT.replace(",", delimiter);
      InspectedFile plain = inspect("x.csv", text.getBytes(StandardCharsets.UTF_8), Map.of());
      assertThat(String.valueOf(plain.delimiter())).isEqualTo(delimiter);
      assertThat(plain.columns()).containsExactly("a", "b");
      String quoted = "\ufeff\"a\"" + delimiter + "\"b\"\r\n1" + delimiter + "2\r\n";
      InspectedFile marked = inspect("x.csv", quoted.getBytes(StandardCharsets.UTF_8), Map.of());
      assertThat(String.valueOf(marked.delimiter())).isEqualTo(delimiter);
      assertThat(marked.columns()).containsExactly("a", "b");
    }
  }

  @Test
  void keepsToADeclaredDelimiterAndTellsMostOfAHeaderThatDoesNotFit() throws IOException {
    byte[] text = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(inspect("x.csv", text, Map.of("delimiter", ",")).columns()).containsExactly("a;b");
    byte[] other = "a;c;d\n1;2;3\n".getBytes(StandardCharsets.UTF_8);
    assertThat(inspect("x.csv", other, Map.of()).columns()).containsExactly("a", "c", "d");
  }

  @Test
  void letsAFirstLineNameTheDelimiter() throws IOException {
    for (String line : List.of("sep=;\r\n", "\ufeffSEP=;\n", "\"sep=;\"\n")) {
      byte[] text = (line + "a,x;b\n1;2\n").getBytes(StandardCharsets.UTF_8);
      InspectedFile file = inspect("x.csv", text, Map.of());
      assertThat(file.delimiter()).isEqualTo(';');
      assertThat(file.columns()).containsExactly("a,x", "b");
      assertThat(file.lines()).isEqualTo(2);
      assertThat(lines(file, Map.of())).containsExactly(3L);
    }
  }

  @Test
  void readsAHeaderWithALineBreakInAName() throws IOException {
    byte[] text = "\"a\",\"b \r\n(EUR)\"\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8);
    InspectedFile file = inspect("x.csv", text, Map.of());
    assertThat(file.columns()).containsExactly("a", "b (EUR)");
    assertThat(file.lines()).isEqualTo(2);
    assertThat(lines(file, Map.of())).containsExactly(3L);
    assertThatError("a,\"b\n1,2\n", Map.of("delimiter", ","))
        .hasMessage("Cannot read x.csv: its header (line 1) quote never closed");
  }

  private static List<Long> lines(InspectedFile file, Map<String, String> options)
      throws IOException {
    List<Long> lines = new ArrayList<>();
    try (FileRecord record =
        FileSection.of(file)
            .get(0)
            .open(
                FileTableOptions.parse(new HashMap<>(options)),
                new ColumnUse(Set.of(0, 1), false))) {
      while (record.next()) {
        lines.add(record.line());
        assertThat(record.problem()).isNull();
      }
    }
    return lines;
  }

  @Test
  void triesEncodingsInOrder() throws IOException {
    byte[] latin = "a,b\ncaf\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf8 = "a,b\ncaf\u00e9,2\n".getBytes(StandardCharsets.UTF_8);
    Map<String, String> both = Map.of("encoding", "utf-8,windows-1252");
    assertThat(inspect("x.csv", latin, both).charset()).isEqualTo(Charset.forName("windows-1252"));
    assertThat(inspect("x.csv", utf8, both).charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThatError(latin, Map.of())
        .hasMessage(
            "Cannot read x.csv: it cannot be decoded (UTF-8 after line 2); name its encoding in the profile's option 'encoding'");
  }

  @Test
  void understandsByteOrderMarks() throws IOException {
    byte[] utf8 = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8);
    byte[] utf16 = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE);
    assertThat(inspect("x.csv", utf8, Map.of()).columns()).containsExactly("a", "b");
    assertThat(inspect("x.csv", utf16, Map.of()).columns()).containsExactly("a", "b");
    assertThat(inspect("x.csv", utf16, Map.of()).charset()).isEqualTo(StandardCharsets.UTF_16LE);
    assertThat(inspect("x.csv", utf16, Map.of()).lines()).isEqualTo(3);
    byte[] unmarked = TEXT.getBytes(StandardCharsets.UTF_16BE);
    assertThat(inspect("x.csv", unmarked, Map.of("encoding", "utf-16be")).lines()).isEqualTo(3);
  }

  @Test
  void refusesFilesThatAreNotWhole() throws IOException {
    assertThatError("a,b\n1,2\n3,", Map.of())
        .hasMessage(
            "Cannot read x.csv: its last line (3) has no line break, so the file may be cut off; deliver it whole, or set 'last-line' = 'may-be-open' in the profile if its files end like that");
    assertThat(
            inspect(
                    "x.csv",
                    "a,b\n1,2".getBytes(StandardCharsets.UTF_8),
                    Map.of("last-line", "may-be-open"))
                .lines())
        .isEqualTo(2);
    byte[] packed = gzip("a,b\n" + "1,2\n".repeat(10_000));
    assertThatError(Arrays.copyOf(packed, packed.length - 9), Map.of())
        .hasMessage("Cannot read x.csv: it is cut off: its gzip stream ends too early");
    assertThatError(Arrays.copyOf(packed, packed.length / 2), Map.of())
        .hasMessage("Cannot read x.csv: it is cut off: its gzip stream ends too early");
    packed[packed.length / 2] ^= 0x55;
    packed[packed.length - 6] ^= 0x55;
    assertThatError(packed, Map.of()).hasMessageContaining("its gzip stream is damaged");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void closesADamagedGzipFile() throws IOException {
    byte[] packed = gzip("a,b\n" + "1,2\n".repeat(10_000));
    InspectedFile inspected = inspect("x.csv.gz", packed, Map.of());
    Path path = inspected.path();
    int method = 2;
    int firstBlock = 10;
    for (int damaged : List.of(method, firstBlock)) {
      byte[] content = packed.clone();
      content[damaged] = (byte) 0xff;
      Files.write(path, content);

      assertThatThrownBy(() -> inspector(Map.of()).inspect(new InputFile(path, "x.csv.gz")))
          .hasMessageContaining("its gzip stream is damaged");
      assertThatThrownBy(() -> lines(inspected, Map.of())).isInstanceOf(ZipException.class);
      assertThat(openFiles()).doesNotContain(path.toRealPath());
    }
  }

  private static List<Path> openFiles() throws IOException {
    List<Path> open = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        try {
          open.add(Files.readSymbolicLink(descriptor));
        } catch (NoSuchFileException e) {
          // Another thread has closed it.
        }
      }
    }
    return open;
  }

  @Test
  void readsGzipOfSeveralMembers() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip("a,b\n1,2\n"));
    both.write(gzip("3,4\n"));
    InspectedFile file = inspect("x.csv.gz", both.toByteArray(), Map.of());
    assertThat(file.lines()).isEqualTo(3);
    assertThat(file.kind()).isEqualTo(Kind.GZIPPED_TEXT);
  }

  @Test
  void namesWhatIsPackedInAnotherWay() throws IOException {
    assertThatError("BZh91AY", Map.of())
        .hasMessage("Cannot read x.csv: it is packed by bzip2; unpack it or save it as CSV");
    assertThatError(gzip("PAR1\u0015\u0004\n"), Map.of())
        .hasMessage(
            "Cannot read x.csv: it is a Parquet file packed by gzip; unpack it, for it is compressed as it is");
    assertThatError(gzip("PK\u0003\u0004\n"), Map.of())
        .hasMessage("Cannot read x.csv: it is a zip archive or a book packed by gzip; unpack it");
    assertThatError(gzip(gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))), Map.of())
        .hasMessage("Cannot read x.csv: it is packed by gzip twice; unpack it once");
    assertThat(inspect("x.csv.gz", gzip("PAR1,b\n1,2\n"), Map.of()).lines()).isEqualTo(2);
  }

  @Test
  void refusesEmptyFiles() {
    assertThatError("", Map.of()).hasMessage("Cannot read x.csv: it is empty");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatError("a,b\n1,\0\n", Map.of())
        .hasMessage(
            "Cannot read x.csv: it is not text: byte 6 is zero (if it is UTF-16, say so in the option 'encoding')");
    assertThatError("a,b\r1,2\r", Map.of("last-line", "may-be-open"))
        .hasMessageContaining("its lines end with carriage returns alone");
    assertThatError("PAR1 and more", Map.of("format", "parquet"))
        .hasMessage("Cannot read x.csv: it is not a Parquet file, or it is cut off");
  }

  @Test
  void cutsLongTextWhereNoQuotedFieldCanBe() throws IOException {
    String plain = "1,2\n".repeat(3_000_000);
    String text = "a,b\n" + plain + "\"3\",4\n" + plain;
    Path path = directory.resolve("long.csv");
    Files.writeString(path, text);
    InspectedFile file = inspector(Map.of()).inspect(new InputFile(path, "long.csv"));
    assertThat(file.sections()).hasSize(2);
    long end = 0;
    for (Section section : file.sections()) {
      assertThat(section.offset()).isEqualTo(end);
      assertThat(text.substring(0, (int) end).chars().filter(c -> c == '\n').count())
          .isEqualTo(section.firstLine() - 1);
      end += section.length();
    }
    assertThat(end).isEqualTo(file.bytes());
    String quoted = "a,b\n" + "\"1\",2\n".repeat(6_000_000);
    Files.writeString(path, quoted);
    assertThat(inspector(Map.of()).inspect(new InputFile(path, "long.csv")).sections()).hasSize(1);
  }

  private InspectedFile inspect(String name, byte[] content, Map<String, String> options)
      throws IOException {
    Path path = directory.resolve(name);
    Files.write(path, content);
    return inspector(options).inspect(new InputFile(path, name));
  }

  private static FileInspector inspector(Map<String, String> options) {
    return new FileInspector(
        new FileTable("t", List.of("a", "b"), FileTableOptions.parse(new HashMap<>(options)), true),
        Content.TRANSACTIONS);
  }

  private AbstractThrowableAssert<?, ?> assertThatError(
      String content, Map<String, String> options) {
    return assertThatError(content.getBytes(StandardCharsets.UTF_8), options);
  }

  private AbstractThrowableAssert<?, ?> assertThatError(
      byte[] content, Map<String, String> options) {
    return assertThatThrownBy(() -> inspect("x.csv", content, options))
        .isInstanceOf(UserError.class);
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
