package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.config.LakeSettings;
import tributary.lake.Lake;
import tributary.lake.TableContract;
import tributary.lake.TableName;

class SqlCommandIT {
  private static final TableName SALES = TableName.of("curated.sales");

  @TempDir static Path directory;

  @BeforeAll
  static void fillALake() {
    try (Lake lake = Lake.openOrCreate(LakeSettings.embedded(directory), "test")) {
      lake.ensureTable(
          TableContract.parse(
              "curated/sales.yml",
              """
              table: curated.sales
              grain: one row per line item
              comment: What was sold.
              columns:
                - {name: product_id, type: string, required: true, comment: The product's code.}
                - {name: amount, type: "decimal(20,4)", required: false, comment: What was paid.}
                - {name: sold_at, type: timestamp, required: false, comment: When.}
              key: [product_id]
              partitioning: [month(sold_at)]
              sort: [sold_at]
              """));
      lake.append(
          SALES,
          "main",
          List.of(
              Map.of(
                  "product_id",
                  "A",
                  "amount",
                  new BigDecimal("10.5000"),
                  "sold_at",
                  LocalDateTime.of(2011, 12, 9, 12, 50)),
              Map.of("product_id", "B", "amount", new BigDecimal("3.0000"))));
    }
  }

  @Test
  void printsNothingButTheRows() {
    assertThat(sql("--format", "csv", "-e", "SELECT * FROM curated.sales ORDER BY product_id"))
        .isEqualTo(
            new CommandLineRun(
                0, "product_id,amount,sold_at\nA,10.5000,2011-12-09 12:50:00\nB,3.0000,\n", ""));
    assertThat(sql("--format", "json", "-e", "SELECT SUM(amount) AS total FROM curated.sales"))
        .isEqualTo(new CommandLineRun(0, "{\"total\":13.5000}\n", ""));
  }

  @Test
  void runsSeveralStatementsFromStandardInput() {
    CommandLineRun run =
        CommandLineRun.of(
            directory,
            Map.of("TRIBUTARY_LAKE", directory.toString()),
            """
            -- what sells
            CREATE TEMPORARY VIEW dear AS SELECT * FROM curated.sales WHERE amount > 5;
            SELECT COUNT(*) AS dear FROM dear;
            SHOW TABLES IN curated;
            """,
            "sql",
            "--format",
            "csv",
            "-");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("dear\n1\ntable name\nsales\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO curated.sales (product_id) VALUES ('C')",
        "/* a comment */ insert into curated.sales (product_id) VALUES ('C')",
        "DROP TABLE curated.sales",
        "CREATE TABLE curated.more (id STRING)",
        "CREATE VIEW curated.lasting AS SELECT * FROM curated.sales",
        "ALTER TABLE curated.sales SET ('a' = 'b')",
        "DELETE FROM curated.sales",
        "CREATE TABLE curated.copied AS SELECT * FROM curated.sales",
        "EXECUTE STATEMENT SET BEGIN INSERT INTO curated.sales (product_id) VALUES ('C'); END",
        "DROP DATABASE curated CASCADE",
      })
  void refusesStatementsThatCouldChangeTheLake(String statement) {
    CommandLineRun run = sql("-e", statement);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Cannot run the statement on line 1: ").hasLineCount(1);
    try (Lake lake = Lake.openForReading(LakeSettings.embedded(directory))) {
      assertThat(lake.tables()).containsExactly(SALES);
      assertThat(lake.rowCount(SALES, "main")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT amuont FROM curated.sales",
        "SELECT * FROM curated.slaes",
        "SELECT FROM WHERE",
        "SELECT product_id + sold_at FROM curated.sales",
      })
  void tellsAMistakeInTheSqlInOneLine(String statement) {
    CommandLineRun run = sql("-e", statement);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Cannot run the statement on line 1: ").hasLineCount(1);
  }

  @Test
  void namesTheMisspeltColumn() {
    assertThat(sql("-e", "SELECT amuont FROM curated.sales").err()).contains("'amuont'");
  }

  @Test
  void suggestsTheTableThatAQueryMeant() {
    assertThat(sql("-e", "SELECT *\nFROM curated.slaes").err())
        .isEqualTo(
            "Cannot run the statement on line 1: there is no table curated.slaes; did you mean"
                + " curated.sales?\n");
  }

  @Test
  void failsWithOneWhenAQueryFailsWhileItRuns() {
    CommandLineRun run = sql("-e", "SELECT 1 / (COUNT(*) - 2) FROM curated.sales");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("Cannot run the statement on line 1: / by zero\n");
  }

  @Test
  void writesOnlyWhenToldTo(@TempDir Path other) {
    Lake.openOrCreate(LakeSettings.embedded(other), "test").close();
    String[] arguments = {
      "sql",
      "--write",
      "--lake",
      other.toString(),
      "--format",
      "csv",
      "-e",
      "CREATE DATABASE notes; CREATE TABLE notes.lines (id INT, text STRING)",
      "-e",
      "INSERT INTO notes.lines VALUES (1, 'a'), (2, ''); SELECT * FROM notes.lines ORDER BY id"
    };

    assertThat(CommandLineRun.of(directory, arguments))
        .isEqualTo(new CommandLineRun(0, "id,text\n1,a\n2,\"\"\n", ""));
  }

  @Test
  void listsTables() {
    CommandLineRun run = run("tables");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().toList())
        .hasSize(3)
        .last()
        .asString()
        .matches(
            "curated\\.sales +2  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  one row per line item");
  }

  @Test
  void describesOneTable() {
    CommandLineRun run = run("tables", "curated.sales");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("What was sold.", "One row per line item", "month(sold_at)")
        .containsPattern("rows +2\n")
        .containsPattern("key +product_id\n")
        .containsPattern("amount +decimal\\(20,4\\) +What was paid\\.\n");
    assertThat(run("tables", "sales").out()).isEqualTo(run.out());
  }

  @Test
  void suggestsTheTableThatWasMeant() {
    assertThat(run("tables", "curated.slaes"))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "Cannot describe table curated.slaes: there is no such table; did you mean"
                    + " curated.sales?\n"));
    assertThat(run("tables", "slaes").err()).contains("did you mean curated.sales?");
  }

  private static CommandLineRun sql(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "sql";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(all);
  }

  private static CommandLineRun run(String... arguments) {
    return CommandLineRun.of(
        directory, Map.of("TRIBUTARY_LAKE", directory.toString()), "", arguments);
  }
}
