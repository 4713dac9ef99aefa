package tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.flink.sql.parser.impl.FlinkSqlParserImpl;
import org.apache.flink.sql.parser.validate.FlinkSqlConformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.lake.Fewest;
import tributary.lake.Invariant;
import tributary.lake.TableContract;
import tributary.publish.Contracts;
import tributary.script.Script;
import tributary.script.SqlLibrary;

/** Every contract and script of the project, as Flink and Trino read them. */
class SqlFilesTest {
  private static final SqlLibrary LIBRARY = SqlLibrary.bundled();

  /** Trino's reserved words (Trino 476 documentation, "Keywords and identifiers"). */
  private static final Set<String> RESERVED_IN_TRINO =
      Set.of(
          ("alter and as auto between by case cast constraint create cross cube current_catalog"
                  + " current_date current_path current_role current_schema current_time"
                  + " current_timestamp current_user deallocate delete describe distinct drop else"
                  + " end escape except execute exists extract false for from full group grouping"
                  + " having in inner insert intersect into is join json_array json_exists"
                  + " json_object json_query json_table json_value left like listagg localtime"
                  + " localtimestamp natural normalize not null on or order outer prepare recursive"
                  + " right rollup select skip table then trim true uescape union unnest using"
                  + " values when where with")
              .split(" "));

  static Stream<TableContract> contracts() {
    return Contracts.load(LIBRARY).all().stream();
  }

  static Stream<String> scripts() {
    return LIBRARY.names("", ".sql").stream();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void columnsNeedNoQuotesInFlink(TableContract contract) {
    // SCOPE is reserved in Flink, but others rely on the name: there it needs quotes.
    List<String> columns =
        contract.columnNames().stream().filter(column -> !column.equals("scope")).toList();
    parse("SELECT " + String.join(", ", columns) + " FROM " + contract.table());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void columnsNeedNoQuotesInTrino(TableContract contract) {
    assertThat(contract.columnNames()).noneMatch(RESERVED_IN_TRINO::contains);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void invariantsAreSql(TableContract contract) {
    contract.checks().invariants().stream().map(Invariant::sql).forEach(SqlFilesTest::parse);
    contract.checks().rules().stream()
        .map(rule -> "SELECT * FROM " + contract.table() + " WHERE " + rule.never())
        .forEach(SqlFilesTest::parse);
    contract.checks().tallies().stream()
        .flatMap(tally -> tally.of().stream())
        .map(
            side ->
                "SELECT %s FROM %s WHERE %s"
                    .formatted(
                        Stream.concat(
                                side.by().stream(),
                                side.figures().entrySet().stream()
                                    .map(each -> each.getValue().of() + " AS " + each.getKey()))
                            .collect(Collectors.joining(", ")),
                        side.from().isEmpty() ? contract.table() : side.from(),
                        side.where().isEmpty() ? "TRUE" : side.where()))
        .forEach(SqlFilesTest::parse);
    contract.checks().tallies().stream()
        .map(tally -> "SELECT * FROM figures WHERE " + tally.never())
        .forEach(SqlFilesTest::parse);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyTableSaysWhatItHolds(TableContract contract) {
    assertThat(contract.grain()).startsWith("one row per ");
    assertThat(contract.columns()).allMatch(column -> !column.comment().isBlank());
    assertThat(contract.key()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scriptsAreSql(String name) {
    String placeholder = name.matches("(checks|audits).*") ? "x" : "1";
    String text =
        statements(name)
            .replaceAll("' = \\$\\{[a-z_]+}", "' = 'x'")
            .replaceAll("FROM \\(\\$\\{[a-z_]+}\\)", "FROM (SELECT 1)")
            .replaceAll("\\$\\{[a-z_]+}", placeholder);
    for (Script.Statement statement : Script.parse(name, text).statements()) {
      parse(statement.text());
    }
  }

  /** The words for no customer are a list for others to include. */
  private static String statements(String name) {
    String text = LIBRARY.text(name);
    return name.equals("curated/placeholder_customers.sql")
        ? "SELECT 'x' IN (%s\n)".formatted(text)
        : text;
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void linesFitEightyColumnsUnlessTheyAreASentence(String name) {
    assertThat(LIBRARY.text(name).lines())
        .allMatch(line -> line.length() <= 80 || line.strip().startsWith("'"));
  }

  /** A measure is not run where its query would give no row: of too few, as it says itself. */
  @Test
  void whatMeasuresNeedIsWhatTheirQueriesAskFor() {
    List<TableContract> all = contracts().toList();
    assertThat(all.stream().flatMap(contract -> contract.checks().figures().stream()))
        .filteredOn(figure -> figure.fewest() > 0)
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(leasts(figure.measure())).contains(figure.fewest()));
    assertThat(all.stream().flatMap(contract -> contract.checks().comparisons().stream()))
        .filteredOn(comparison -> !comparison.fewest().equals(Fewest.NONE))
        .isNotEmpty()
        .allSatisfy(
            comparison -> {
              List<Long> leasts = leasts(comparison.subject());
              long inAll = comparison.fewest().inAll();
              if (inAll == 0) {
                assertThat(leasts).contains(comparison.fewest().delivered());
              } else {
                assertThat(leasts.stream().mapToLong(Long::longValue).sum()).isEqualTo(inAll);
              }
            });
  }

  /** What counts must be at least in a script. */
  private static List<Long> leasts(String script) {
    return Pattern.compile("_(?:now|before|lines|orders) >= (\\d+)|\\bproducts >= (\\d+)")
        .matcher(LIBRARY.text(script))
        .results()
        .map(found -> Long.valueOf(found.group(1) == null ? found.group(2) : found.group(1)))
        .toList();
  }

  @Test
  void everyContractHasAFileOfItsOwn() {
    assertThat(LIBRARY.names("", ".yml"))
        .filteredOn(file -> file.contains("/"))
        .hasSize((int) contracts().count());
  }

  private static void parse(String sql) {
    SqlParser.Config config =
        SqlParser.config()
            .withParserFactory(FlinkSqlParserImpl.FACTORY)
            .withConformance(FlinkSqlConformance.DEFAULT)
            .withLex(Lex.JAVA);
    assertThatCode(() -> SqlParser.create(sql, config).parseStmt())
        .as(sql)
        .doesNotThrowAnyException();
  }
}
