package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.config.Range;
import tributary.config.UserError;

class TableContractTest {
  private static final String FILE = "sql/curated/sales.yml";

  @Test
  void readsEveryField() throws IOException {
    TableContract contract = TableContract.parse(FILE, resource("whole.yml"));

    assertThat(contract.table()).isEqualTo(TableName.of("curated.sales"));
    assertThat(contract.grain()).isEqualTo("one row per line item");
    assertThat(contract.comment()).isEqualTo("Typed and signed sales");
    assertThat(contract.columnNames())
        .containsExactly("transaction_id", "kind", "amount", "sold_at");
    assertThat(contract.columns().get(0))
        .isEqualTo(new Column("transaction_id", "string", true, "The invoice"));
    assertThat(contract.columns().get(2).type()).isEqualTo("decimal(20,4)");
    assertThat(contract.columns().get(2).required()).isFalse();
    assertThat(contract.key()).containsExactly("transaction_id");
    assertThat(contract.partitioning()).containsExactly("month(sold_at)", "kind");
    assertThat(contract.sort()).containsExactly("sold_at", "amount desc");
    assertThat(contract.checks().acceptedValues().get("kind")).containsExactly("sale", "return");
    assertThat(contract.checks().relationships())
        .containsEntry("transaction_id", "curated.invoices.transaction_id");
    assertThat(contract.checks().rules())
        .containsExactly(
            new RowRule(
                "sales_are_positive",
                "A sale has a positive amount",
                "kind = 'sale' AND amount <= 0",
                Severity.ERROR));
    assertThat(contract.checks().tallies())
        .containsExactly(
            new Tally(
                "kinds_are_few",
                "A transaction has at most two kinds",
                List.of(
                    new Tally.Side(
                        "",
                        "amount > 0",
                        List.of("transaction_id"),
                        Map.of(
                            "paid", new Tally.Figure(Tally.Kind.SUM, "amount"),
                            "kinds", new Tally.Figure(Tally.Kind.DISTINCT, "kind")))),
                "kinds > 2",
                Severity.WARN));
    assertThat(contract.checks().invariants())
        .containsExactly(new Invariant("has_rows", "There are sales", "SELECT 1", Severity.WARN));
    assertThat(contract.checks().figures())
        .containsExactly(
            new Figure(
                "one_sale",
                "Orders are whole",
                "audits/one_sale.sql",
                Range.parse("..0.01"),
                Optional.of(Range.parse("..0.2")),
                "Look",
                20));
    assertThat(contract.checks().comparisons())
        .containsExactly(
            new Comparison(
                "strange_prices",
                "Prices are as before",
                Comparison.Kind.MEASURE,
                "audits/strange_prices.sql",
                Range.parse("..0.3"),
                Severity.ERROR,
                "Look",
                Optional.empty(),
                new Fewest(100, 0)));
    assertThat(contract.properties()).containsEntry("write.metadata.previous-versions-max", "5");
  }

  @Test
  void needsNoMoreThanGrainCommentAndColumns() throws IOException {
    TableContract contract = TableContract.parse(FILE, resource("least.yml"));

    assertThat(contract.key()).isEmpty();
    assertThat(contract.partitioning()).isEmpty();
    assertThat(contract.sort()).isEmpty();
    assertThat(contract.checks()).isEqualTo(Checks.none());
    assertThat(contract.properties()).isEmpty();
  }

  @Test
  void reportsAllProblemsTogether() throws IOException {
    String broken = resource("broken.yml");

    assertThatThrownBy(() -> TableContract.parse(FILE, broken))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read contract sql/curated/sales.yml: ")
        .hasMessageContaining("owner is not a field of a contract")
        .hasMessageContaining("grain is missing")
        .hasMessageContaining("comment is missing")
        .hasMessageContaining("columns[0].name is 'Kind', expected lower case")
        .hasMessageContaining("columns[0].type is 'decimal(5,9)', expected string, long")
        .hasMessageContaining("columns[0].comment is missing")
        .hasMessageContaining("columns[1].required is 'maybe', expected true or false")
        .hasMessageContaining("columns[2].name is 'amount', which another column has")
        .hasMessageContaining("columns[3] is 'loose', expected fields")
        .hasMessageContaining("key names 'missing', which is not a column")
        .hasMessageContaining("partitioning has 'week(amount)', expected year(x)")
        .hasMessageContaining("sort has 'amount up', expected a column with asc or desc")
        .hasMessageContaining("checks.accepted_values.amount is '3', expected a list")
        .hasMessageContaining("checks.accepted_values names 'gone', which is not a column")
        .hasMessageContaining("checks.relationships.amount is 'nowhere', expected namespace.")
        .hasMessageContaining("checks.matches[0].is is 'alike', expected equal, balanced, cover")
        .hasMessageContaining("checks.matches[0].here and there have not as many keys or sums")
        .hasMessageContaining("checks.matches[1].here.by is missing")
        .hasMessageContaining("checks.matches[1].here.of is not a field of a contract")
        .hasMessageContaining("checks.tallies[0].of[1].with is not a field of a contract")
        .hasMessageContaining("checks.tallies[0].of[1].highest.all is a figure of sum already")
        .hasMessageContaining("checks.tallies[1].of has no figure")
        .hasMessageContaining("checks.tallies[1].never is missing")
        .hasMessageContaining("checks.tallies[1].severity is 'fatal', expected error or warn")
        .hasMessageContaining("checks.invariants[0].severity is 'fatal', expected error or warn")
        .hasMessageContaining("checks.invariants[0].sql is missing")
        .hasMessageContaining("checks.figures[0].expected is 'few', expected ")
        .hasMessageContaining("checks.figures[0].fewest is 'some', expected a number of rows")
        .hasMessageContaining("checks.comparisons[0].fewest.delivered is '-1', expected a number")
        .hasMessageContaining("checks.comparisons[0].fewest.at_all is not a field of a contract")
        .hasMessageContaining("checks.comparisons[1].fewest is of a comparison that is no measure")
        .hasMessageContaining("checks.comparisons[2].fewest.delivered is of days judged together")
        .hasMessageContaining("checks.figures[0].severity is not a field of a contract")
        .hasMessageContaining("properties is 'none', expected fields");
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatIsNotAContract(String yaml, String why) {
    assertThatThrownBy(() -> TableContract.parse(FILE, yaml))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read contract sql/curated/sales.yml: " + why);
  }

  static List<Arguments> saysWhatIsNotAContract() {
    return List.of(
        Arguments.of("", "it has no fields"),
        Arguments.of("just words", "it has no fields"),
        Arguments.of("grain: a\ngrain: b", "line 2: Duplicate field 'grain'"),
        Arguments.of("grain: [", "line 1: "));
  }

  @Test
  void findsTheTableInTheContractWhenTheFileDoesNotSay() throws IOException {
    String yaml = resource("least.yml");

    assertThat(TableContract.parse("x.yml", "table: ops.run\n" + yaml).table())
        .isEqualTo(TableName.of("ops.run"));
    assertThatThrownBy(() -> TableContract.parse("x.yml", yaml))
        .hasMessageContaining("the file is not named namespace/table.yml");
    assertThatThrownBy(() -> TableContract.parse(FILE, "table: Run\n" + yaml))
        .hasMessageContaining("table is 'Run', expected namespace.table in lower case");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string",
        "long",
        "int",
        "double",
        "boolean",
        "date",
        "timestamp",
        "binary",
        "fixed(16)",
        "decimal(18,3)"
      })
  void knowsEveryType(String type) {
    assertThat(ColumnType.parse(type).map(ColumnType::nameOf)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "decimal", "decimal(39,0)", "decimal(4,5)", "fixed", "String"})
  void knowsNoOtherType(String type) {
    assertThat(ColumnType.parse(type)).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (var stream = TableContractTest.class.getResourceAsStream("/contracts/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
