package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import tributary.publish.RowAudit.Concern;
import tributary.script.Engine;
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
      audits.define(session, LIBRARY);

      assertThat(session.query("audit", LIBRARY.script("checks/broken_values.sql")))
          .as("(null, d) and 2 are on two rows, C is no product, two rows are gifts")
          .containsExactlyInAnyOrder(
              Row.of(0, 1L), Row.of(1, 1L), Row.of(2, 1L), Row.of(3, 2L), Row.of(5, 2L));
    }
  }
}
