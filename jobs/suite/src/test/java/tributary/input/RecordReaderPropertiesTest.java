package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tributary.input.RecordReaderTest.Read;

class RecordReaderPropertiesTest {
  private static final int COLUMNS = 5;
  private static final String FIELD = "([^\",]*|\"([^\"]|\"\")*\")";
  private static final Pattern COMPLETE = Pattern.compile(FIELD + ("," + FIELD).repeat(4));

  /** A change to one line: what is put in the place of how many characters where. */
  record Mutation(int line, int position, int removed, String inserted) {
    String apply(String text) {
      int at = position % (text.length() + 1);
      int end = Math.min(text.length(), at + removed);
      return text.substring(0, at) + inserted + text.substring(end);
    }
  }

  @Property(tries = 500)
  void losesNoLineOfMutatedText(
      @ForAll("lines") List<String> lines, @ForAll("mutations") List<Mutation> mutations)
      throws IOException {
    List<String> mutated = new ArrayList<>(lines);
    for (Mutation mutation : mutations) {
      int line = mutation.line() % mutated.size();
      mutated.set(line, mutation.apply(mutated.get(line)));
    }
    String text = String.join("\n", mutated) + "\n";

    List<Read> records = RecordReaderTest.read(text, COLUMNS);

    assertThat(
            records.stream()
                .map(read -> unix(read.raw()))
                .collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(unix(text));
    long line = 1;
    for (Read read : records) {
      assertThat(read.line()).isEqualTo(line);
      assertThat(read.problem() == null).isEqualTo(read.fields().size() == COLUMNS);
      line += 1 + read.raw().chars().filter(character -> character == '\n').count();
    }
    assertThat(line - 1).isEqualTo(text.chars().filter(character -> character == '\n').count());
  }

  /** One line break may be two characters; a carriage return before them belongs to the line. */
  private static String unix(String text) {
    return text.replace("\r\n", "\n");
  }

  @Property(tries = 500)
  void chargesAnUnclosedQuoteToOneOfTheLinesAround(
      @ForAll("lines") List<String> lines, @ForAll("mutations") List<Mutation> places)
      throws IOException {
    int broken = places.isEmpty() ? 0 : places.get(0).line() % lines.size();
    List<String> all = new ArrayList<>(lines);
    all.set(broken, "a,\"b,c,d,e");

    List<Read> records = RecordReaderTest.read(String.join("\n", all) + "\n", COLUMNS);

    assertThat(records).hasSameSizeAs(lines);
    assertThat(records.get(broken).problem()).isEqualTo("quote never closed");
    assertThat(records.stream().filter(read -> read.problem() != null)).hasSize(1);
  }

  /**
   * What is written is read as it was, or its first line is refused, where a line within it is a
   * record by itself: that an open quote costs its one line is the rule.
   */
  @Property(tries = 1000)
  void readsWhatFastCsvWritesOrRefusesIt(@ForAll("records") List<List<String>> records)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> written = new ArrayList<>();
    for (List<String> each : records) {
      written.add(write(each));
      text.append(written.get(written.size() - 1));
    }
    Map<Long, Read> reads = new HashMap<>();
    RecordReaderTest.read(text.toString(), COLUMNS).forEach(read -> reads.put(read.line(), read));

    long line = 1;
    boolean certain = true;
    for (int i = 0; i < records.size(); i++) {
      List<String> lines = written.get(i).lines().toList();
      certain |= lines.size() == 1;
      if (lines.stream().skip(1).anyMatch(each -> COMPLETE.matcher(each).matches())) {
        assertThat(!certain || reads.get(line).problem().equals("quote never closed")).isTrue();
        certain = false;
      } else if (certain) {
        assertThat(reads.get(line).fields()).isEqualTo(records.get(i));
      }
      line += lines.size();
    }
  }

  private static String write(List<String> record) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(record);
    }
    return text.toString();
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> description =
        Arbitraries.of(
            "WHITE HANGING HEART", "\"METAL SIGN, BLUE\"", "\"FRAME 7\"\" SIZE\"", "", "caf\u00e9");
    Arbitrary<String> line =
        Combinators.combine(
                Arbitraries.integers().between(536365, 581587),
                description,
                Arbitraries.integers().between(-10, 100),
                Arbitraries.of("2010-12-01 08:26:00", "12/1/2010 8:26"),
                Arbitraries.of("United Kingdom", "EIRE", "\"Korea, South\""))
            .as(
                (invoice, text, quantity, time, country) ->
                    String.join(",", "" + invoice, text, "" + quantity, time, country));
    return line.list().ofMinSize(1).ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    Arbitrary<String> inserted =
        Arbitraries.of("", "\"", ",", "\n", "\r\n", "\"\"", ",\"", "\",", "\u20ac", "\u0000", " ");
    return Combinators.combine(
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 5),
            inserted)
        .as(Mutation::new)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<List<String>>> records() {
    Arbitrary<String> text = Arbitraries.strings().withChars("ab,\"\n \u20ac;").ofMaxLength(6);
    Arbitrary<List<String>> record =
        Combinators.combine(Arbitraries.integers(), text.list().ofSize(COLUMNS - 1))
            .as(
                (first, rest) ->
                    IntStream.range(0, COLUMNS)
                        .mapToObj(i -> i == 0 ? "row" + first : rest.get(i - 1))
                        .toList());
    return record.list().ofMaxSize(10);
  }
}
