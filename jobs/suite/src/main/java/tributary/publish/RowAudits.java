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
import tributary.lake.Match;
import tributary.publish.RowCheck.Concern;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * The checks of contracts that look at values: keys, accepted values, rules, relationships and
 * matches. Each table is read once for all of them, and only the columns that they concern.
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
        RowCheck.of(
            number,
            concern,
            columns.stream().map(Identifier::new).map(Identifier::quoted).map(scan::index).toList(),
            accepted));
  }

  /**
   * Adds a check of two sides.
   *
   * @param hereSource where its one side is, as it stands behind {@code FROM}
   * @param thereSource where the other is
   */
  void addMatch(String hereSource, String thereSource, int number, Match match) {
    switch (match.is()) {
      case EQUAL -> {
        add(hereSource, number, Concern.HERE, match.here(), 1);
        add(thereSource, number, Concern.THERE, match.there(), -1);
      }
      case BALANCED -> {
        add(hereSource, number, Concern.BALANCED, match.here(), 1);
        add(thereSource, number, Concern.BALANCED, match.there(), -1);
      }
      case COVERING -> {
        add(hereSource, number, Concern.COVERING, match.here(), 1);
        add(thereSource, number, Concern.COVERED, match.there(), -1);
      }
      case WITHIN -> {
        add(hereSource, number, Concern.NEEDED, match.here(), 1);
        add(thereSource, number, Concern.EXISTING, match.there(), 1);
      }
      case APART -> {
        add(hereSource, number, Concern.UNWANTED, match.here(), 1);
        add(thereSource, number, Concern.PRESENT, match.there(), 1);
      }
      case UNIQUE -> add(hereSource, number, Concern.IN_KEY, match.here(), 1);
      case RANKED -> {
        add(hereSource, number, Concern.RANK, match.here(), 1);
        add(thereSource, number, Concern.RANK_BEFORE, match.there(), 1);
      }
    }
  }

  private void add(String source, int number, Concern concern, Match.Side side, int sign) {
    Scan scan = scans.computeIfAbsent(source, ignored -> new Scan());
    scan.checks.add(
        new RowCheck(
            number,
            concern,
            side.by().stream().map(scan::index).toList(),
            Set.of(),
            side.where().isEmpty() ? RowCheck.ALL_ROWS : scan.index("(" + side.where() + ")"),
            side.sums().stream().map(RowAudits::summed).map(scan::index).toList(),
            sign));
  }

  private static String summed(String expression) {
    return "TRY_CAST(COALESCE(%s, 0) AS DECIMAL(%d, %d))"
        .formatted(expression, RowAudit.SUM_DIGITS, RowAudit.SUM_SCALE);
  }

  /** Adds a check of a condition that is true of no row. */
  void addRule(String source, int number, String never) {
    Scan scan = scans.computeIfAbsent(source, ignored -> new Scan());
    int index = scan.index("(" + never + ")");
    scan.checks.add(RowCheck.of(number, Concern.REFUSED, List.of(index), Set.of("false")));
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
    return session.rows(table).transform("audit", RowAudit.TYPE, new RowAudit(scan.checks, type));
  }
}
