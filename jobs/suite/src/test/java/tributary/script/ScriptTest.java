package tributary.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;

class ScriptTest {
  @Test
  void splitsAtSemicolonsOutsideQuotesAndComments() {
    Script script =
        Script.parse(
            "a.sql",
            """
            -- a comment; with a semicolon
            SELECT ';' AS "semi;colon", `x;y`;

            /* another;
               one */
            SELECT 2 -- tail
            """);
    assertThat(script.statements())
        .containsExactly(
            new Script.Statement("SELECT ';' AS \"semi;colon\", `x;y`", 2),
            new Script.Statement("SELECT 2", 6));
  }

  @Test
  void keepsHintsWhichOnlyLookLikeComments() {
    assertThat(Script.parse("a.sql", "SELECT /*+ BROADCAST(b) */ 1").statements())
        .extracting(Script.Statement::text)
        .containsExactly("SELECT /*+ BROADCAST(b) */ 1");
  }

  @Test
  void keepsDoubledQuotesWithinALiteral() {
    assertThat(Script.parse("a.sql", "SELECT 'it''s; here'; SELECT 2").statements())
        .extracting(Script.Statement::text)
        .containsExactly("SELECT 'it''s; here'", "SELECT 2");
  }

  @Test
  void namesTheFileAndLineOfAQuoteThatNeverEnds() {
    assertThatThrownBy(() -> Script.parse("a.sql", "SELECT 1;\nSELECT 'open"))
        .hasMessage("Cannot read a.sql: a quote that begins on line 2 never ends");
    assertThatThrownBy(() -> Script.parse("a.sql", "SELECT 1 /* open"))
        .hasMessage("Cannot read a.sql: a comment that begins on line 1 never ends");
  }

  @Test
  void bindsEachTypeAsItsLiteral() {
    Script script = Script.parse("a.sql", "${a} ${b} ${c} ${d} ${e} ${f} ${g} ${h}");
    Map<String, Object> values =
        Map.of(
            "a",
            "it's",
            "b",
            7L,
            "c",
            new BigDecimal("1.50"),
            "d",
            LocalDate.of(2011, 12, 9),
            "e",
            LocalDateTime.of(2011, 12, 9, 12, 50),
            "f",
            Arrays.asList("x", null, true),
            "g",
            new Identifier("curated.sa`les"),
            "h",
            new Fragment("a < b"));
    assertThat(script.bind(values).statements().get(0).text())
        .isEqualTo(
            "'it''s' 7 1.50 DATE '2011-12-09' TIMESTAMP '2011-12-09 12:50:00'"
                + " 'x', NULL, TRUE `curated`.`sa``les` a < b");
  }

  @Test
  void aValueNeverBecomesAPlaceholder() {
    Script script = Script.parse("a.sql", "SELECT ${a}, ${b}");
    assertThat(script.bind(Map.of("a", "${b}", "b", "$1")).statements().get(0).text())
        .isEqualTo("SELECT '${b}', '$1'");
  }

  @Test
  void refusesAPlaceholderWithoutValue() {
    Script script = Script.parse("a.sql", "SELECT ${missing}");
    assertThatThrownBy(() -> script.bind(Map.of()))
        .hasMessage("Cannot run a.sql: no value for its placeholder ${missing}");
  }

  @Test
  void unitesQueries() {
    Script united =
        Script.unionAll(
            "u", List.of(Script.parse("a", "SELECT 1;"), Script.parse("b", "SELECT 2")));
    assertThat(united.statements().get(0).text()).isEqualTo("SELECT 1 UNION ALL SELECT 2");
  }

  @Test
  void noValueOfAConditionBecomesSql() {
    Condition ofSource = Condition.of("source = ${source}", Map.of("source", "o'b' OR TRUE --"));
    assertThat(ofSource).hasToString("source = 'o''b'' OR TRUE --'");
    assertThat(ofSource.and(Condition.of("n IN (${n})", Map.of("n", List.of(1, 2)))).not())
        .hasToString("NOT ((source = 'o''b'' OR TRUE --') AND (n IN (1, 2)))");
    assertThat(Condition.anyOf(List.of())).isEqualTo(Condition.NONE);
    assertThat(Condition.anyOf(List.of(Condition.ALL, Condition.NONE)))
        .hasToString("(TRUE) OR (FALSE)");
    assertThat(
            Script.parse("a", "SELECT * FROM (VALUES ${rows}) WHERE ${where}")
                .bind(
                    Map.of(
                        "rows",
                        List.of(Script.Tuple.of(1, "a"), Script.Tuple.of(2, "b")),
                        "where",
                        ofSource))
                .statements()
                .get(0)
                .text())
        .isEqualTo("SELECT * FROM (VALUES (1, 'a'), (2, 'b')) WHERE source = 'o''b'' OR TRUE --'");
  }
}
