package tributary.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import tributary.publish.RowAudit.Concern;
import tributary.publish.RowAudit.RowCheck;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * The checks of contracts that look at values: keys, accepted values, rules and relationships. Each
 * table is read once for all of them, and only the columns that they concern.
 */
final class RowAudits {
  /** The view that sql/checks/broken_values.sql reads. */
  private static final String VIEW = "audited_values";

  private final Map<String, Scan> scans = new LinkedHashMap<>();

  /** What is read of one table. */
  private static final class Scan {
    private final Map<String, Integer> expressions = new LinkedHashMap<>();
    private final List<RowCheck> checks = new ArrayList<>();

    private int index(String expression) {
      return expressions.computeIfAbsent(expression, ignored -> expressions.size());
    }
  }

  /**
   * Adds a check.
   *
   * @param source the table, or a query in brackets, as it stands behind {@code FROM}
   */
  void add(String source, int number, Concern concern, List<String> columns) {
    add(source, number, concern, columns, Set.of());
  }

  /** Adds a check of a column whose values other than the accepted ones are refused. */
  void addAccepted(String source, int number, String column, Set<String> accepted) {
    add(source, number, Concern.REFUSED, List.of(column), accepted);
  }

  private void add(
      String source, int number, Concern concern, List<String> columns, Set<String> accepted) {
    Scan scan = scans.computeIfAbsent(source, ignored -> new Scan());
    scan.checks.add(
        new RowCheck(
            number,
            concern,
            columns.stream().map(Identifier::new).map(Identifier::quoted).map(scan::index).toList(),
            accepted));
  }

  /** Adds a check of a condition that is true of no row. */
  void addRule(String source, int number, String never) {
    Scan scan = scans.computeIfAbsent(source, ignored -> new Scan());
    int index = scan.index("(" + never + ")");
    scan.checks.add(new RowCheck(number, Concern.REFUSED, List.of(index), Set.of("false")));
  }

  boolean isEmpty() {
    return scans.isEmpty();
  }

  /** Makes what the checks found known to a session, as the view {@code audited_values}. */
  void define(SqlSession session, SqlLibrary library) {
    StreamTableEnvironment tables = session.tables();
    DataStream<RowData> all = null;
    for (Map.Entry<String, Scan> each : scans.entrySet()) {
      DataStream<RowData> values = values(session, library, each.getKey(), each.getValue());
      all = all == null ? values : all.union(values);
    }
    tables.dropTemporaryView(VIEW);
    tables.createTemporaryView(VIEW, all);
  }

  private static DataStream<RowData> values(
      SqlSession session, SqlLibrary library, String source, Scan scan) {
    String columns = String.join(", ", scan.expressions.keySet());
    Script query =
        library
            .script("checks/columns.sql")
            .bind(Map.of("columns", new Fragment(columns), "audited", new Fragment(source)));
    Table table = session.table(new Script("the checks of " + source, query.statements()));
    RowType type = (RowType) table.getResolvedSchema().toPhysicalRowDataType().getLogicalType();
    return session.rows(table).flatMap(new RowAudit(scan.checks, type)).returns(RowAudit.TYPE);
  }
}
