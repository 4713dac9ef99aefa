package tributary.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlTableRef;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.flink.sql.parser.impl.FlinkSqlParserImpl;
import org.apache.flink.sql.parser.validate.FlinkSqlConformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.config.UserError;
import tributary.lake.TableContract;
import tributary.publish.Contracts;
import tributary.script.Lineage.Kind;
import tributary.script.Script.Statement;

/** What the project's scripts read, as Calcite's parser sees it. */
class LineageTest {
  private static final SqlLibrary LIBRARY = SqlLibrary.bundled();
  private static final Lineage LINEAGE = Lineage.of(LIBRARY);

  static Stream<String> scripts() {
    return LIBRARY.names("", ".sql").stream()
        .filter(name -> !name.matches("(checks|audits|sources)/.*"))
        .filter(name -> !name.equals("curated/placeholder_customers.sql"));
  }

  static Stream<String> filling() {
    return Contracts.load(LIBRARY).all().stream()
        .map(contract -> contract.table().toString().replace('.', '/') + ".sql")
        .filter(LIBRARY.texts()::containsKey);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void findsWhatAScriptReads(String name) throws SqlParseException {
    Set<String> tables = new TreeSet<>();
    for (Statement statement : LIBRARY.script(name).statements()) {
      if (!LIBRARY.script(name).name().contains("/files/")) {
        parse(statement).accept(new Tables(tables));
      }
    }
    Set<String> found = new TreeSet<>(Reads.of(LIBRARY.script(name).statements()).read());
    assertThat(found).containsAll(tables);
    // What EXTRACT takes its part from is no table: a column never has a view's name.
    found.removeAll(tables);
    assertThat(found).allMatch(column -> LINEAGE.find(column).isEmpty());
  }

  @Test
  void everyNameThatIsReadIsATableAViewOrGiven() throws SqlParseException {
    Set<String> tables =
        Contracts.load(LIBRARY).all().stream()
            .map(contract -> contract.table().toString())
            .collect(Collectors.toSet());
    for (String name : scripts().filter(each -> !each.contains("/files/")).toList()) {
      Set<String> read = new TreeSet<>();
      for (Statement statement : LIBRARY.script(name).statements()) {
        parse(statement).accept(new Tables(read));
      }
      read.removeIf(each -> LINEAGE.find(each).isPresent());
      assertThat(read)
          .as(name)
          .allMatch(each -> tables.contains(each.replaceFirst("^(published|before)\\.", "")));
    }
  }

  @Test
  void noNameIsDefinedTwice() {
    long files = LIBRARY.texts().keySet().stream().filter(LineageTest::defines).count();
    Map<String, SortedMap<String, String>> definitions = LIBRARY.definitions();
    assertThat(definitions.values().stream().mapToInt(Map::size).sum()).isEqualTo((int) files);
    assertThat(definitions)
        .allSatisfy(
            (name, variants) -> {
              assertThat(variants.containsKey("")).isEqualTo(variants.size() == 1);
              assertThat(variants.values().stream().map(file -> file.split("/")[0]).distinct())
                  .hasSize(1);
              assertThat(LINEAGE.find(name).orElseThrow().kind()).isIn(Kind.VIEW, Kind.FILES);
            });
  }

  private static boolean defines(String file) {
    return file.matches("\\w+/(views|files)/.*");
  }

  @Test
  void everyViewIsOneQueryThatSomethingReads() {
    Set<String> read =
        LINEAGE.nodes().values().stream()
            .flatMap(node -> node.reads().stream())
            .collect(Collectors.toSet());
    assertThat(read).containsAll(LIBRARY.definitions().keySet());
    LIBRARY
        .definitions()
        .values()
        .forEach(
            variants ->
                assertThat(variants.values())
                    .allMatch(file -> LIBRARY.script(file).statements().size() == 1));
  }

  /** Columns go by their place in SQL: names that differ would be columns that are mixed up. */
  @ParameterizedTest
  @MethodSource("filling")
  void aScriptBesideAContractFillsItsTableByName(String name) throws SqlParseException {
    List<Statement> statements = LIBRARY.script(name).statements();
    assertThat(statements).hasSize(1);
    SqlInsert insert = (SqlInsert) parse(statements.get(0));
    String table = name.replace(".sql", "").replace('/', '.');
    assertThat(insert.getTargetTable().toString()).isEqualTo(table);
    TableContract contract =
        Contracts.load(LIBRARY).all().stream()
            .filter(each -> each.table().toString().equals(table))
            .findFirst()
            .orElseThrow();
    assertThat(Selected.columns(insert.getSource())).isEqualTo(contract.columnNames());
  }

  @Test
  void saysFromWhichTablesAndThroughWhat() {
    assertThat(LINEAGE.tablesBefore("marts.rfm"))
        .containsExactly("curated.sales", "segments.customer_segment_current");
    assertThat(LINEAGE.find("marts.rfm").orElseThrow().reads()).containsExactly("buyers");
    assertThat(LINEAGE.tablesBefore("recommendations.customer_product"))
        .contains("curated.sales", "segments.customer_segment");
    assertThat(LINEAGE.tablesBefore("landing.transactions")).isEmpty();
  }

  @Test
  void definesViewsBeforeTheirReadersAndFindsThoseThatReadThemselves(@TempDir Path directory)
      throws IOException {
    Path views = Files.createDirectories(directory.resolve("a/views"));
    Files.createDirectories(views.resolve("three"));
    Files.writeString(directory.resolve("a/top.sql"), "SELECT ${n} FROM one JOIN two ON TRUE");
    Files.writeString(views.resolve("one.sql"), "SELECT 'FROM four' FROM `two`");
    Files.writeString(views.resolve("two.sql"), "WITH three AS (SELECT 2) SELECT * FROM three");
    Files.writeString(views.resolve("three/some.sql"), "SELECT * FROM a.b JOIN four ON TRUE");
    Files.writeString(views.resolve("three/none.sql"), "SELECT 3");
    Files.writeString(views.resolve("four.sql"), "SELECT * FROM three");
    BoundLibrary library = SqlLibrary.at(directory).bind(Map.of("n", 1));
    Script script = library.script("a/top");
    assertThat(script.statements().get(0).text()).startsWith("SELECT 1 FROM");
    try (Engine engine = Engine.local(1)) {
      SqlSession session = engine.batch();
      assertThat(missing(session, script)).containsExactly("a/views/two.sql", "a/views/one.sql");
      assertThat(missing(session, script, "two")).containsExactly("a/views/one.sql");
      ScriptViews both = new ScriptViews(session.tables(), Set.of());
      assertThat(both.missing(script)).hasSize(2);
      assertThat(both.missing(script)).isEmpty();
      Files.writeString(views.resolve("two.sql"), "SELECT ${n}");
      BoundLibrary other = SqlLibrary.at(directory).bind(Map.of("n", 2));
      assertThatThrownBy(() -> both.missing(other.script("a/top")))
          .hasMessageContaining("a script of the same job has other values for it");
      assertThatThrownBy(() -> missing(session, library.view("four")))
          .hasMessage("Cannot define the view three: choose one of its variants [none, some]");
      BoundLibrary chosen = library.choosing("three", "some");
      assertThatThrownBy(() -> missing(session, chosen.view("four")))
          .hasMessage("Cannot define the view three: it reads itself, through three, four");
    }
  }

  @Test
  void refusesFilesThatWouldNotBeRead(@TempDir Path directory) throws IOException {
    Path views = Files.createDirectories(directory.resolve("a/views"));
    Files.writeString(views.resolve("one.sql"), "SELECT 1");
    assertThat(SqlLibrary.at(directory).bind(Map.of()).view("one").only().text())
        .isEqualTo("SELECT 1");
    Path before = Files.writeString(directory.resolve("a/one.sql"), "SELECT 2");
    assertThatThrownBy(() -> SqlLibrary.at(directory))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read %s: views are in a/views/one.sql now; put what you changed there, and remove it"
                .formatted(before));
    Files.move(before, Files.createDirectories(directory.resolve("b/views")).resolve("one.sql"));
    assertThatThrownBy(() -> SqlLibrary.at(directory))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read b/views/one.sql: a/views/one.sql defines one too; rename one");
    Files.writeString(views.resolve("two.sql"), "SELECT 1; SELECT 2");
    Files.delete(directory.resolve("b/views/one.sql"));
    BoundLibrary library = SqlLibrary.at(directory).bind(Map.of());
    assertThatThrownBy(() -> library.definition("two"))
        .hasMessage("Cannot run a/views/two.sql: it has 2 statements, expected one");
  }

  private static List<String> missing(SqlSession session, Script script, String... given) {
    return new ScriptViews(session.tables(), Set.of(given))
        .missing(script).stream().map(Script::name).toList();
  }

  private static SqlNode parse(Statement statement) throws SqlParseException {
    String text =
        statement
            .text()
            .replaceAll("' = \\$\\{[a-z_]+}", "' = 'x'")
            .replaceAll("\\$\\{[a-z_]+}", "1");
    SqlParser.Config config =
        SqlParser.config()
            .withParserFactory(FlinkSqlParserImpl.FACTORY)
            .withConformance(FlinkSqlConformance.DEFAULT)
            .withLex(Lex.JAVA);
    return SqlParser.create(text, config).parseStmt();
  }

  /** The tables behind FROM and JOIN that are no common table expressions. */
  private static final class Tables extends SqlBasicVisitor<Void> {
    private final Set<String> names;
    private final Set<String> own = new HashSet<>();

    Tables(Set<String> names) {
      this.names = names;
    }

    @Override
    public Void visit(SqlCall call) {
      if (call instanceof SqlWithItem item) {
        own.add(item.name.toString());
      }
      if (call instanceof SqlSelect select && select.getFrom() != null) {
        add(select.getFrom());
      }
      return super.visit(call);
    }

    private void add(SqlNode from) {
      if (from instanceof SqlIdentifier name) {
        if (!own.contains(name.toString())) {
          names.add(name.toString());
        }
      } else if (from instanceof SqlJoin join) {
        add(join.getLeft());
        add(join.getRight());
      } else if (from instanceof SqlTableRef || from.getKind() == SqlKind.AS) {
        add(((SqlCall) from).operand(0));
      }
    }
  }

  /** The names of a query's columns. */
  private static final class Selected {
    static List<String> columns(SqlNode query) {
      SqlNode node = query;
      while (!(node instanceof SqlSelect)) {
        node =
            switch (node.getKind()) {
              case WITH -> ((SqlCall) node).operand(1);
              case ORDER_BY, UNION -> ((SqlCall) node).operand(0);
              default -> throw new IllegalArgumentException("Not a query: " + node.getKind());
            };
      }
      return ((SqlSelect) node).getSelectList().stream().map(Selected::name).toList();
    }

    private static String name(SqlNode item) {
      if (item instanceof SqlBasicCall call && call.getKind() == SqlKind.AS) {
        return call.operand(1).toString();
      }
      String text = item.toString();
      return text.substring(text.lastIndexOf('.') + 1);
    }
  }
}
