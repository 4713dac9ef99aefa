package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tributary.ForeignLocale;

@ExtendWith(ForeignLocale.class)
class RecordReaderTest {
  /** A record as the reader gave it. */
  record Read(long line, List<String> fields, String problem, String raw) {}

  static List<Read> read(String text, int columns) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), columns, '"');
  }

  static List<Read> read(InputStream text, int columns, int quote) throws IOException {
    return read(text, TextDialect.of(',', quote), columns);
  }

  static List<Read> read(InputStream text, TextDialect dialect, int columns) throws IOException {
    List<Read> records = new ArrayList<>();
    try (RecordReader reader = new RecordReader(dialect.lines(text, 1), dialect, columns)) {
      while (reader.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; reader.problem() == null && i < reader.fields().count(); i++) {
          fields.add(
              string(reader.fields().bytes(), reader.fields().start(i), reader.fields().end(i)));
        }
        String raw = string(reader.raw(), reader.rawStart(), reader.rawEnd());
        records.add(new Read(reader.line(), fields, reader.problem(), raw));
      }
    }
    return records;
  }

  private static String string(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static Read good(long line, String raw, String... fields) {
    return new Read(line, List.of(fields), null, raw);
  }

  private static Read bad(long line, String raw, String problem) {
    return new Read(line, List.of(), problem, raw);
  }

  @Test
  void splitsLinesOfEitherLineBreak() throws IOException {
    assertThat(read("a,b,c\r\n,,\n1,2,\u20ac", 3))
        .containsExactly(
            good(1, "a,b,c", "a", "b", "c"),
            good(2, ",,", "", "", ""),
            good(3, "1,2,\u20ac", "1", "2", "\u20ac"));
  }

  @Test
  void unquotesFields() throws IOException {
    assertThat(read("\"a,1\",\"b \"\"x\"\" \u20ac\",c\n\"\",b\"b,\"c\"\n", 3))
        .containsExactly(
            good(1, "\"a,1\",\"b \"\"x\"\" \u20ac\",c", "a,1", "b \"x\" \u20ac", "c"),
            good(2, "\"\",b\"b,\"c\"", "", "b\"b", "c"));
  }

  @Test
  void keepsRaggedAndBlankLinesAsProblems() throws IOException {
    assertThat(read("a,b,c\na,b\n\na,b,c,d\n\"a\",b\nx\n", 3))
        .containsExactly(
            good(1, "a,b,c", "a", "b", "c"),
            bad(2, "a,b", "has 2 columns, expected 3"),
            bad(3, "", "is blank"),
            bad(4, "a,b,c,d", "has 4 columns, expected 3"),
            bad(5, "\"a\",b", "has 2 columns, expected 3"),
            bad(6, "x", "has 1 column, expected 3"));
  }

  @Test
  void readsQuotedLineBreaks() throws IOException {
    assertThat(read("1,\"b\r\nb\n\nb\",c\n2,b,c\n", 3))
        .containsExactly(
            good(1, "1,\"b\r\nb\n\nb\",c", "1", "b\nb\n\nb", "c"), good(5, "2,b,c", "2", "b", "c"));
  }

  @Test
  void chargesAnUnclosedQuoteToItsOneLine() throws IOException {
    assertThat(read("1,\"b,c\n2,b,c\n3,\"b\",c\n\"4,b,c\n5,b,\"c", 3))
        .containsExactly(
            bad(1, "1,\"b,c", "quote never closed"),
            good(2, "2,b,c", "2", "b", "c"),
            good(3, "3,\"b\",c", "3", "b", "c"),
            bad(4, "\"4,b,c", "quote never closed"),
            bad(5, "5,b,\"c", "quote never closed"));
  }

  @Test
  void doesNotSwallowLinesBetweenTwoUnclosedQuotes() throws IOException {
    assertThat(read("1,\"b,c\n2,b,c\n3,b\",c\n4,b,c\n", 3))
        .containsExactly(
            bad(1, "1,\"b,c", "quote never closed"),
            good(2, "2,b,c", "2", "b", "c"),
            good(3, "3,b\",c", "3", "b\"", "c"),
            good(4, "4,b,c", "4", "b", "c"));
  }

  @Test
  void reportsTextAfterAClosingQuote() throws IOException {
    assertThat(read("1,\"b\"x,c\n2,b,c\n3,\"b\"\r,c\n4,\"b\",c\n", 3))
        .containsExactly(
            bad(1, "1,\"b\"x,c", "has text after a closing quote"),
            good(2, "2,b,c", "2", "b", "c"),
            bad(3, "3,\"b\"\r,c", "has a carriage return outside quotes"),
            good(4, "4,\"b\",c", "4", "b", "c"));
  }

  @Test
  void boundsHowFarAQuotedFieldMayRun() throws IOException {
    String far = "x\n".repeat(RecordReader.MAXIMUM_LINES);
    List<Read> records = read("1,\"b\n" + far + "\",c\n", 3);
    assertThat(records).hasSize(RecordReader.MAXIMUM_LINES + 2);
    assertThat(records.get(0)).isEqualTo(bad(1, "1,\"b", "quote never closed"));
  }

  @Test
  void readsALineOfTenMegabytesAsOneProblem() throws IOException {
    String big = "x".repeat(10 << 20);
    List<Read> records = read("1,b,c\n2,\"" + big + ",c\n3,b,c\n4,\"b\n" + big + "\n5,b,c\n", 3);
    assertThat(records).extracting(Read::line).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(records.get(1).problem()).isEqualTo("is 10485765 bytes long, more than 1048576");
    assertThat(records.get(1).raw()).hasSize(10485765);
    assertThat(records.get(3).problem()).isEqualTo("quote never closed");
    assertThat(records.get(4).problem()).startsWith("is 10485760 bytes long");
    assertThat(records.get(5).fields()).containsExactly("5", "b", "c");
  }

  @Test
  void boundsWhatIsKeptOfALine() throws IOException {
    long size = 40L << 20;
    InputStream text =
        new SequenceInputStream(
            new Repeated((byte) 'x', size),
            new ByteArrayInputStream("\n1,b,c\n".getBytes(StandardCharsets.UTF_8)));
    List<Read> records = read(text, 3, '"');
    assertThat(records).hasSize(2);
    assertThat(records.get(0).problem())
        .isEqualTo(
            "is 41943040 bytes long, more than 1048576, of which the first 16777216 are kept");
    assertThat(records.get(0).raw()).hasSize(LineBuffer.MAXIMUM_KEPT);
    assertThat(records.get(1)).isEqualTo(good(2, "1,b,c", "1", "b", "c"));
  }

  @Test
  void takesQuotesAsTextWhenThereAreNone() throws IOException {
    InputStream text = new ByteArrayInputStream("\"a,b\",c\n".getBytes(StandardCharsets.UTF_8));
    assertThat(read(text, 3, -1)).containsExactly(good(1, "\"a,b\",c", "\"a", "b\"", "c"));
  }

  /** One byte, many times. */
  private static final class Repeated extends InputStream {
    private final byte repeated;
    private long left;

    Repeated(byte repeated, long size) {
      this.repeated = repeated;
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? repeated : -1;
    }

    @Override
    public int read(byte[] target, int offset, int size) {
      int count = (int) Math.min(size, left);
      Arrays.fill(target, offset, offset + count, repeated);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
