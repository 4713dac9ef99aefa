package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import tributary.config.UserError;
import tributary.lake.Severity;
import tributary.lake.Tally;
import tributary.lake.Tally.Figure;
import tributary.lake.Tally.Side;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

class TalliesIT {
  private static final SqlLibrary LIBRARY = SqlLibrary.bundled();

  @Test
  void countsKeysWhoseFiguresAreWhatTheyNeverAre() {
    try (Engine engine = Engine.local(2)) {
      SqlSession session = engine.batch();
      session
          .tables()
          .executeSql(
              """
              CREATE TEMPORARY VIEW parts AS
              SELECT shop, part, CAST(share AS DOUBLE) AS share,
                CAST(amount AS DECIMAL(20, 4)) AS amount
              FROM (VALUES
                ('A', 'x', 0.5, 1.25),
                ('A', 'y', 0.5, 2.5),
                ('B', 'x', 0.9, 4),
                ('B', 'x', 0.1, -3),
                (CAST(NULL AS STRING), 'x', 0.5, CAST(NULL AS DECIMAL(3, 2))),
                ('C', CAST(NULL AS STRING), 0.4, 7)
              ) AS t (shop, part, share, amount)""");
      session
          .tables()
          .executeSql(
              """
              CREATE TEMPORARY VIEW wholes AS
              SELECT shop, total
              FROM (VALUES ('A', 3.75), ('B', 2), (CAST(NULL AS STRING), 5), ('D', 0))
                AS t (shop, total)""");
      Side totals = side("wholes", Map.of("total", sum("total")), "shop");
      Side amounts = side("parts", Map.of("amount", sum("amount")), "shop");
      Side names = side("parts", Map.of("names", distinct("part")));
      Side namesOfA = new Side("parts", "shop = 'A'", List.of(), names.figures());
      Map<String, Figure> extremes =
          Map.of(
              "least", new Figure(Tally.Kind.LOWEST, "amount"),
              "most", new Figure(Tally.Kind.HIGHEST, "amount"));
      List<Counted> cases =
          List.of(
              new Counted("total <> amount", List.of(totals, amounts), 1),
              new Counted("total IS NOT NULL AND amount IS NULL", List.of(totals, amounts), 2),
              new Counted(
                  "ABS(shares - 1) > 0.001",
                  List.of(side("parts", Map.of("shares", sum("share")), "shop")),
                  2),
              new Counted("least < 0 OR most > 6", List.of(side("parts", extremes, "shop")), 2),
              new Counted(
                  "names <> lines",
                  List.of(
                      side("parts", Map.of("names", distinct("part")), "shop"),
                      side("parts", Map.of("lines", sum("1")), "shop")),
                  2),
              new Counted("names > 1", List.of(namesOfA), 1),
              new Counted("names > 2", List.of(names), 0),
              new Counted(
                  "lines > 3",
                  List.of(
                      side("parts", Map.of("lines", sum("1")), "shop"),
                      side("wholes", Map.of("lines", sum("2")), "shop")),
                  2),
              new Counted(
                  "lines > 1",
                  List.of(
                      side("parts", Map.of("lines", sum("0")), "shop"),
                      side("parts", Map.of("lines", sum("1")), "shop", "part")),
                  1),
              new Counted(
                  "total IS NULL",
                  List.of(new Side("wholes", "total > 9", List.of(), totals.figures())),
                  0));
      RowAudits audits = new RowAudits();
      for (int i = 0; i < cases.size(); i++) {
        audits.addTally(from -> from, i, cases.get(i).tally());
      }

      assertThat(broken(session, audits))
          .as("keys with other sums, values and names; null is a key like others")
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, cases.size())
                  .boxed()
                  .flatMap(i -> Collections.nCopies(cases.get(i).broken(), Row.of(i, 1L)).stream())
                  .toList());
      for (Counted each : cases) {
        assertThat(
                session.query(
                    "examples",
                    LIBRARY
                        .script("checks/broken_tally_keys.sql")
                        .bind(new TallyExamples(each.tally(), from -> from).values())))
            .as("examples of %s", each)
            .hasSize(each.broken());
      }
    }
  }

  private record Counted(String never, List<Side> of, int broken) {
    Tally tally() {
      return new Tally("tally", "It holds.", of, never, Severity.ERROR);
    }
  }

  private static Side side(String from, Map<String, Figure> figures, String... by) {
    return new Side(from, "", List.of(by), figures);
  }

  private static Figure sum(String of) {
    return new Figure(Tally.Kind.SUM, of);
  }

  private static Figure distinct(String of) {
    return new Figure(Tally.Kind.DISTINCT, of);
  }

  private static List<Row> broken(SqlSession session, RowAudits audits) {
    return session.query("audit", Script.unionAll("audit", audits.queries(session, LIBRARY)));
  }

  @Test
  void refusesMoreFiguresThanItCounts() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    IntStream.range(0, 4).forEach(i -> figures.put("names_" + i, distinct("part")));
    Tally tally = new Counted("FALSE", List.of(side("parts", figures)), 0).tally();

    assertThatThrownBy(() -> new TallyPlaces(tally, name -> false))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot audit by the tally tally: it has more than 3 figures of the kind of names_3,"
                + " make two of it");
  }
}
