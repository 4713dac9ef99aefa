package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tributary.input.Escapes.Scope;
import tributary.input.RecordReaderTest.Read;

class EscapesTest {
  private static final TextDialect QUOTED = dialect('"', Scope.QUOTES_AT_LEAST);
  private static final TextDialect EVERYWHERE = dialect(-1, Scope.EVERYWHERE);
  private static final TextDialect UNSAID = new TextDialect(',', '"', Escapes.UNSAID, "");

  private static TextDialect dialect(int quote, Scope scope) {
    return new TextDialect(',', quote, new Escapes('\\', scope), "");
  }

  private static List<Read> read(String text, TextDialect dialect, int columns) throws IOException {
    return RecordReaderTest.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), dialect, columns);
  }

  private static List<String> fields(String line, TextDialect dialect, int columns)
      throws IOException {
    List<Read> records = read(line + "\n", dialect, columns);
    assertThat(records).hasSize(1);
    assertThat(records.get(0).problem()).isNull();
    return records.get(0).fields();
  }

  private static String problem(String line, TextDialect dialect) throws IOException {
    return read(line + "\n", dialect, 2).get(0).problem();
  }

  @Test
  void readsWhatSparkWrites() throws IOException {
    assertThat(fields("1,\"Poster 24\\\" wide\"", QUOTED, 2))
        .containsExactly("1", "Poster 24\" wide");
    assertThat(fields("\"a, \\\"b\\\" \\\\\",ends with \\", QUOTED, 2))
        .containsExactly("a, \"b\" \\", "ends with \\");
    assertThat(fields("a\\,\"\"", QUOTED, 2)).containsExactly("a\\", "");
    assertThat(fields("1,\"two\nlines\"", QUOTED, 2)).containsExactly("1", "two\nlines");
    assertThat(fields("D:\\stock,\u20ac", QUOTED, 2)).containsExactly("D:\\stock", "\u20ac");
  }

  @Test
  void readsWhatMySqlWrites() throws IOException {
    assertThat(fields("\"\\N\",\\N", QUOTED, 2)).containsExactly("", "");
    assertThat(fields("\"\\\\N\",\"a \\\\ \"\" b\"", QUOTED, 2))
        .containsExactly("\\N", "a \\ \" b");
    assertThat(fields("\"two\\\nlines\",\"\\n\\t\\0\\r\"", QUOTED, 2))
        .containsExactly("two\nlines", "\n\t\0\r");
    assertThat(fields("a\\,b\\\\,two\\\nlines", EVERYWHERE, 2))
        .containsExactly("a,b\\", "two\nlines");
    assertThat(fields("\\N,\\\\N", EVERYWHERE, 2)).containsExactly("", "\\N");
    assertThat(read("1\\\n2,b,c\n4,b\\\n5,c\n6,b,c\n", EVERYWHERE, 3))
        .extracting(Read::line)
        .containsExactly(1L, 3L, 5L);
  }

  @Test
  void refusesEscapesThatMeanNothingOrMoreThanOneThing() throws IOException {
    assertThat(problem("\"C:\\stock\",1", QUOTED)).isEqualTo("has \\s, which escapes nothing");
    assertThat(problem("\"a\\N\",1", QUOTED)).isEqualTo("has \\N, which escapes nothing");
    assertThat(problem("C:\\new,1", QUOTED))
        .startsWith("has \\n outside quotes; say 'escape-in' = 'everywhere'");
    assertThat(problem("\\\\server,1", QUOTED)).startsWith("has \\\\ outside quotes");
    assertThat(fields("C:\\new,\\\\server", dialect('"', Scope.QUOTES), 2))
        .containsExactly("C:\\new", "\\\\server");
    assertThat(problem("1,b\\", EVERYWHERE)).isEqualTo("ends with the escape character \\");
    assertThat(problem("1,\"b", QUOTED)).isEqualTo("quote never closed");
    assertThat(problem("1,\"b\"c", QUOTED)).isEqualTo("has text after a closing quote");
  }

  @Test
  void losesNoLineToAnUnclosedQuoteBeforeEscapes() throws IOException {
    assertThat(read("1,\"b\\\",c\n2,b,c\n3,\"b\\\"\",c\n", dialect('"', Scope.QUOTES), 3))
        .extracting(Read::line, Read::problem)
        .containsExactly(tuple(1L, "quote never closed"), tuple(2L, null), tuple(3L, null));
  }

  @Test
  void namesTheRemedyWhereNobodySaidWhatABackslashIs() throws IOException {
    assertThat(problem("1,\"24\\\" wide\"", UNSAID))
        .isEqualTo(
            "has text after a closing quote; if a backslash escapes in this file, say 'escape' = '\\' in the profile");
    assertThat(problem("a\\,b,c", UNSAID)).startsWith("has 3 columns, expected 2; if a backslash");
    for (String line : List.of("\"a \\\\\",b", "a\\\\b,c", "\"two\\\nlines\",b")) {
      assertThat(problem(line, UNSAID)).startsWith("reads differently where a backslash escapes;");
      assertThat(problem(line, TextDialect.of(',', '"'))).isNull();
    }
    assertThat(fields("D:\\new,\"D:\\\"", UNSAID, 2)).containsExactly("D:\\new", "D:\\");
    assertThat(problem("a,b,c", UNSAID)).isEqualTo("has 3 columns, expected 2");
  }

  @Test
  void knowsTheTextThatMeansNull() throws IOException {
    TextDialect dialect = new TextDialect(',', '"', Escapes.NONE, "\\N");
    assertThat(fields("\\N, \\N ", dialect, 2)).containsExactly("", "");
    assertThat(fields("\"\\N\",\\Na", dialect, 2)).containsExactly("\\N", "\\Na");
  }

  @Property(tries = 1000)
  void readsWhatIsWrittenWithQuotesAndEscapes(@ForAll("records") List<List<String>> records)
      throws IOException {
    String text =
        records.stream()
            .map(
                record -> record.stream().map(EscapesTest::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(read(text, QUOTED, 2)).extracting(Read::fields).isEqualTo(records);
  }

  @Property(tries = 1000)
  void readsWhatIsWrittenWithEscapesAlone(@ForAll("records") List<List<String>> records)
      throws IOException {
    String text =
        records.stream()
            .map(record -> record.stream().map(EscapesTest::bare).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(read(text, EVERYWHERE, 2)).extracting(Read::fields).isEqualTo(records);
  }

  @Property(tries = 1000)
  void losesNoLineOfAnyText(
      @ForAll("lines") List<String> lines, @ForAll("dialects") TextDialect dialect)
      throws IOException {
    String text = String.join("\n", lines) + "\n";
    List<Read> records = read(text, dialect, 3);
    assertThat(records.stream().map(Read::raw).collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(text);
    long line = 1;
    for (Read record : records) {
      assertThat(record.line()).isEqualTo(line);
      assertThat(record.problem() == null).isEqualTo(record.fields().size() == 3);
      line += 1 + record.raw().chars().filter(character -> character == '\n').count();
    }
    assertThat(line - 1).isEqualTo(lines.size());
  }

  /** As Spark and MySQL do where texts are enclosed. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\0", "\\0") + '"';
  }

  /** As MySQL does where texts are not enclosed. */
  private static String bare(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\\n").replace("\0", "\\0");
    return escaped.replace(",", "\\,");
  }

  @Provide
  Arbitrary<List<List<String>>> records() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars("ab,\"\n\\N\0nt \u20ac").ofMaxLength(8);
    return text.list().ofSize(2).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> line = Arbitraries.strings().withChars("ab,,\"\\\\N \u20ac").ofMaxLength(12);
    return line.list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<TextDialect> dialects() {
    List<TextDialect> all = new ArrayList<>(List.of(QUOTED, EVERYWHERE, UNSAID));
    all.add(dialect('"', Scope.QUOTES));
    all.add(dialect('"', Scope.EVERYWHERE));
    all.add(new TextDialect(',', '"', Escapes.NONE, "\\N"));
    return Arbitraries.of(all);
  }
}
