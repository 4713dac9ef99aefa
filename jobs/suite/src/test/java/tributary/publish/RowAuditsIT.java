package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import tributary.lake.Match;
import tributary.lake.Match.Kind;
import tributary.lake.Match.Side;
import tributary.lake.Severity;
import tributary.publish.RowCheck.Concern;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

class RowAuditsIT {
  private static final SqlLibrary LIBRARY = SqlLibrary.bundled();

  @Test
  void countsRepeatedKeysRefusedValuesAndValuesThatDoNotExist() {
    try (Engine engine = Engine.local(2)) {
      SqlSession session = engine.batch();
      StreamTableEnvironment tables = session.tables();
      tables.executeSql(
          """
          CREATE TEMPORARY VIEW orders AS
          SELECT CAST(id AS BIGINT) AS id, product, part, kind
          FROM (VALUES
            (1, 'A', 'bc', 'sale'),
            (2, 'Ab', 'c', 'gift'),
            (2, 'C', 'c', 'gift'),
            (3, 'C', 'd', 'sale'),
            (4, CAST(NULL AS STRING), 'd', CAST(NULL AS STRING)),
            (5, CAST(NULL AS STRING), 'd', 'sale')
          ) AS t (id, product, part, kind)""");
      tables.executeSql(
          "CREATE TEMPORARY VIEW products AS SELECT * FROM (VALUES ('A'), ('Ab'), ('B')) AS t (id)");
      RowAudits audits = new RowAudits();
      audits.add("orders", 0, Concern.IN_KEY, List.of("id"));
      audits.add("orders", 1, Concern.IN_KEY, List.of("product", "part"));
      audits.add("orders", 2, Concern.NEEDED, List.of("product"));
      audits.add("products", 2, Concern.EXISTING, List.of("id"));
      audits.addAccepted("orders", 3, "kind", Set.of("sale"));
      audits.add("orders", 4, Concern.IN_KEY, List.of("id", "product"));
      audits.add("orders", 6, Concern.NEEDED, List.of("product"));
      audits.add("orders", 6, Concern.EXISTING, List.of("product"));
      audits.addRule("orders", 5, "kind = 'gift' AND id < 3");

      assertThat(broken(session, audits))
          .as("(null, d) and 2 are on two rows, C is no product, two rows are gifts")
          .containsExactlyInAnyOrder(
              Row.of(0, 1L), Row.of(1, 1L), Row.of(2, 1L), Row.of(3, 2L), Row.of(5, 2L));
    }
  }

  /** Numbers are told by bitmaps, which each part of a table has of its own. */
  @Test
  void countsNumbersThatAreKeysOfSeveralRows() {
    try (Engine engine = Engine.local(2)) {
      SqlSession session = engine.batch();
      session
          .tables()
          .createTemporaryView(
              "orders",
              session
                  .tables()
                  .fromDataStream(
                      session
                          .environment()
                          .fromSequence(0, 300_000)
                          .map(row -> Tuple2.of(numberOfRow(row), row == 20 ? 21 : row))
                          .returns(Types.TUPLE(Types.LONG, Types.LONG)))
                  .as("id", "place"));
      RowAudits audits = new RowAudits();
      audits.add("orders", 0, Concern.IN_KEY, List.of("id"));
      audits.add("orders", 1, Concern.IN_KEY, List.of("place"));

      assertThat(broken(session, audits))
          .as(
              "0 at both ends, -5 at the begin, 2^40 + 1 in the middle, each on two rows or more; place 21")
          .containsExactlyInAnyOrder(Row.of(0, 1L), Row.of(0, 1L), Row.of(0, 1L), Row.of(1, 1L));
    }
  }

  /** Of two neighbourhoods of numbers, below 0 too, and of numbers far from all others. */
  private static long numberOfRow(long row) {
    if (row == 300_000) {
      return 0;
    }
    if (row == 10 || row == 11) {
      return -5;
    }
    if (row == 100_000 || row == 200_000 || row == 200_001) {
      return (1L << 40) + 1;
    }
    return row % 100 == 7 ? row << 32 : row % 2 == 0 ? row : -row - 1000;
  }

  @Test
  void comparesKeysAndSumsOfTwoSides() {
    try (Engine engine = Engine.local(2)) {
      SqlSession session = engine.batch();
      session
          .tables()
          .executeSql(
              """
              CREATE TEMPORARY VIEW lines AS
              SELECT shop, line, CAST(amount AS DECIMAL(18, 4)) AS amount, kind
              FROM (VALUES
                ('A', 1, 1.25, 'sale'),
                ('A', 2, 2.50, 'sale'),
                ('A', 4, 9, 'fee'),
                ('B', 1, 4, 'sale'),
                ('B', 1, -3, 'sale'),
                (CAST(NULL AS STRING), 1, 5, 'sale'),
                ('C', 2, 7, 'sale')
              ) AS t (shop, line, amount, kind)""");
      session
          .tables()
          .executeSql(
              """
              CREATE TEMPORARY VIEW shops AS
              SELECT shop, CAST(total AS BIGINT) AS total
              FROM (VALUES ('A', 4), ('B', 1), (CAST(NULL AS STRING), 5), ('D', 0), ('E', 3))
                AS t (shop, total)""");
      Side sales = new Side("", "kind = 'sale'", List.of("shop"), List.of("amount"));
      Side totals = new Side("", "", List.of("shop"), List.of("total"));
      Side allSales = new Side("", "kind = 'sale'", List.of(), List.of("amount", "1"));
      Side allTotals = new Side("", "", List.of(), List.of("total + 0.75", "2"));
      Side none = new Side("", "shop = 'Z'", List.of(), List.of("total"));
      Side names = new Side("", "", List.of("shop"), List.of());
      Side lines = new Side("", "", List.of("shop", "line"), List.of());
      Side firsts = new Side("", "line = 1", List.of("shop"), List.of());
      List<Case> cases =
          List.of(
              new Case("lines", "shops", Kind.EQUAL, sales, totals, 4),
              new Case("lines", "shops", Kind.BALANCED, sales, totals, 3),
              new Case("lines", "shops", Kind.EQUAL, allSales, allTotals, 1),
              new Case("shops", "shops", Kind.EQUAL, none, none, 0),
              new Case("lines", "shops", Kind.COVERING, sales, totals, 3),
              new Case("lines", "shops", Kind.WITHIN, names, names, 1),
              new Case("shops", "lines", Kind.APART, names, firsts, 2),
              new Case("lines", "lines", Kind.UNIQUE, lines, lines, 1),
              new Case("lines", "lines", Kind.RANKED, lines, lines.ranksBefore(), 3));
      RowAudits audits = new RowAudits();
      for (int i = 0; i < cases.size(); i++) {
        audits.addMatch(cases.get(i).hereSource(), cases.get(i).thereSource(), i, match(cases, i));
      }

      assertThat(broken(session, audits))
          .as("A has another sum, C no total, D and E no sales; lines A 3 and C 1 are missing")
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, cases.size())
                  .boxed()
                  .flatMap(i -> Collections.nCopies(cases.get(i).broken(), Row.of(i, 1L)).stream())
                  .toList());
      for (int i = 0; i < cases.size(); i++) {
        Case each = cases.get(i);
        MatchExamples examples =
            new MatchExamples(match(cases, i), each.hereSource(), each.thereSource());
        assertThat(
                session.query(
                    "examples",
                    LIBRARY.script("checks/unmatched_keys.sql").bind(examples.values())))
            .as("examples of %s", each)
            .hasSize(each.broken());
      }
    }
  }

  @Test
  void refusesToCompareAmountsThatItCannotHold() {
    try (Engine engine = Engine.local(1)) {
      SqlSession session = engine.batch();
      session
          .tables()
          .executeSql(
              "CREATE TEMPORARY VIEW totals AS SELECT * FROM (VALUES (100000000000000)) AS t (total)");
      Side total = new Side("", "", List.of(), List.of("total"));
      RowAudits audits = new RowAudits();
      audits.addMatch(
          "totals",
          "totals",
          0,
          new Match("match", "It holds.", Kind.EQUAL, total, total, Severity.ERROR));

      assertThatThrownBy(() -> broken(session, audits))
          .hasMessageContaining("an amount that an audit sums is not below 10^14");
    }
  }

  private static List<Row> broken(SqlSession session, RowAudits audits) {
    return session.query("audit", Script.unionAll("audit", audits.queries(session, LIBRARY)));
  }

  private record Case(
      String hereSource, String thereSource, Kind is, Side here, Side there, int broken) {}

  private static Match match(List<Case> cases, int number) {
    Case one = cases.get(number);
    return new Match("match", "It holds.", one.is(), one.here(), one.there(), Severity.ERROR);
  }
}
