package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import tributary.config.SqlSettings.Format;

class ResultWriterTest {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("name", false),
          new ResultColumn("amount", true),
          new ResultColumn("sold_at", false));
  private static final List<Row> ROWS =
      List.of(
          Row.of(
              "Mug, \"large\"", new BigDecimal("1234.5000"), LocalDateTime.of(2011, 12, 9, 12, 50)),
          Row.of("", new BigDecimal("0.0000001"), LocalDateTime.of(2011, 12, 9, 0, 0, 0, 5000)),
          Row.of(null, null, null));

  @Test
  void writesCsvWithHeaderAndTellsNullFromEmpty() {
    assertThat(written(Format.CSV, COLUMNS, ROWS))
        .isEqualTo(
            """
            name,amount,sold_at
            "Mug, ""large""\",1234.5000,2011-12-09 12:50:00
            "",0.0000001,2011-12-09 00:00:00.000005
            ,,
            """);
  }

  @Test
  void writesOneJsonObjectPerLineWithExactDecimals() {
    assertThat(written(Format.JSON, COLUMNS, ROWS))
        .isEqualTo(
            """
            {"name":"Mug, \\"large\\"","amount":1234.5000,"sold_at":"2011-12-09T12:50:00"}
            {"name":"","amount":0.0000001,"sold_at":"2011-12-09T00:00:00.000005"}
            {"name":null,"amount":null,"sold_at":null}
            """);
  }

  @Test
  void alignsTablesWithNumbersToTheRight() {
    assertThat(written(Format.TABLE, COLUMNS, ROWS))
        .isEqualTo(
            """
            name             amount  sold_at
            ------------  ---------  --------------------------
            Mug, "large"  1234.5000  2011-12-09 12:50:00
                          0.0000001  2011-12-09 00:00:00.000005
            NULL               NULL  NULL
            """);
  }

  @Test
  void keepsEveryTableRowOnOneLine() {
    List<ResultColumn> one = List.of(new ResultColumn("text", false));

    assertThat(written(Format.TABLE, one, List.of(Row.of("a\nb"), Row.of("c"))))
        .isEqualTo("text\n----\na\\nb\nc\n");
  }

  @Test
  void printsASingleTextOfSeveralLinesAsItIs() {
    List<ResultColumn> one = List.of(new ResultColumn("result", false));

    assertThat(written(Format.TABLE, one, List.of(Row.of("== Plan ==\n+- Scan\n"))))
        .isEqualTo("== Plan ==\n+- Scan\n");
  }

  @Test
  void narrowsTablesToTheTerminalOnly() {
    List<ResultColumn> two =
        List.of(new ResultColumn("id", true), new ResultColumn("comment", false));
    List<Row> rows = List.of(Row.of(1, "x".repeat(100)));

    assertThat(written(Format.TABLE, two, rows, true).lines())
        .allMatch(line -> line.length() <= 40)
        .last()
        .isEqualTo(" 1  " + "x".repeat(35) + "…");
    assertThat(written(Format.TABLE, two, rows, false)).contains("x".repeat(100));
  }

  @Test
  void printsHeadersOfResultsWithoutRows() {
    assertThat(written(Format.CSV, COLUMNS, List.of())).isEqualTo("name,amount,sold_at\n");
    assertThat(written(Format.JSON, COLUMNS, List.of())).isEmpty();
    assertThat(written(Format.TABLE, COLUMNS, List.of())).hasLineCount(2);
  }

  @Test
  void writesEveryKindOfValue() {
    List<ResultColumn> one = List.of(new ResultColumn("value", false));
    Map<Object, Object> map = new TreeMap<>(Map.of("b", 2, "a", 1));
    List<Row> rows =
        List.of(
            Row.of(LocalDate.of(2011, 12, 9)),
            Row.of(Instant.parse("2011-12-09T12:50:00Z")),
            Row.of(true),
            Row.of(1.5),
            Row.of((Object) new byte[] {1, (byte) 0xAB}),
            Row.of((Object) new Integer[] {1, null}),
            Row.of(map),
            Row.of(Row.of("x", 1)));

    assertThat(written(Format.JSON, one, rows).lines())
        .containsExactly(
            "{\"value\":\"2011-12-09\"}",
            "{\"value\":\"2011-12-09T12:50:00Z\"}",
            "{\"value\":true}",
            "{\"value\":1.5}",
            "{\"value\":\"01ab\"}",
            "{\"value\":[1,null]}",
            "{\"value\":{\"a\":1,\"b\":2}}",
            "{\"value\":[\"x\",1]}");
    assertThat(written(Format.TABLE, one, rows).lines().skip(2))
        .containsExactly(
            "2011-12-09",
            "2011-12-09T12:50:00Z",
            "true",
            "1.5",
            "01ab",
            "[1,null]",
            "{\"a\":1,\"b\":2}",
            "[\"x\",1]");
  }

  @Test
  void printsLongResultsAsTheyComeWithTheWidthsOfTheFirstRows() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultWriter writer =
        ResultWriter.of(
            Format.TABLE, List.of(new ResultColumn("text", false)), terminal(out, false));
    for (int i = 0; i < 1000; i++) {
      writer.write(Row.of("row"));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1002);
    writer.write(Row.of("a longer one"));
    writer.finish();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).last().isEqualTo("a longer one");
  }

  private static String written(Format format, List<ResultColumn> columns, List<Row> rows) {
    return written(format, columns, rows, false);
  }

  private static String written(
      Format format, List<ResultColumn> columns, List<Row> rows, boolean isInteractive) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultWriter writer = ResultWriter.of(format, columns, terminal(out, isInteractive));
    rows.forEach(writer::write);
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Terminal terminal(ByteArrayOutputStream out, boolean isInteractive) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Terminal(
        InputStream.nullInputStream(), stream, stream, isInteractive, 40, () -> false);
  }
}
