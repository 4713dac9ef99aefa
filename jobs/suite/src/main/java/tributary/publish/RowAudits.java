package tributary.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeUtils;
import tributary.lake.Match;
import tributary.lake.Tally;
import tributary.publish.RowCheck.Concern;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * The checks of contracts that look at values: keys, accepted values, rules, relationships, matches
 * and tallies. Each table is read once for all of them, and only the columns that they concern.
 */
final class RowAudits {
  /** The view that sql/checks/broken_values.sql reads. */
  private static final String VALUES = "audited_values";

  /** The view that sql/checks/broken_tallies.sql reads. */
  private static final String TALLIES = "tallied_values";

  /** A column without quotes; any other name of a column is quoted. */
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-z_0-9]*");

  private final Map<String, Scan> scans = new LinkedHashMap<>();
  private final TallyPlan tallies = new TallyPlan();

  /** What is read of one table. */
  private static final class Scan {
    private final Map<String, Integer> expressions = new LinkedHashMap<>();
    private final List<RowCheck> checks = new ArrayList<>();

    private int index(String written) {
      String expression = COLUMN.matcher(written).matches() ? "`" + written + "`" : written;
      return expressions.computeIfAbsent(expression, ignored -> expressions.size());
    }

    /** Whether {@link RowAudit#KEYS} may have rows. */
    private boolean hasNumberKeys(List<LogicalType> types) {
      return checks.stream()
          .filter(check -> check.concern() == Concern.IN_KEY && check.columns().size() == 1)
          .map(check -> types.get(check.columns().get(0)))
          .anyMatch(type -> LogicalTypeUtils.toInternalConversionClass(type) == Long.class);
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
        add(hereSource, number, Concern.RANK_BEFORE, match.here(), 1);
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
            side.where().isEmpty() ? RowCheck.ALL_ROWS : scan.index(side.where()),
            side.sums().stream().map(scan::index).toList(),
            sign));
  }

  /**
   * Adds a check of what rows come to.
   *
   * @param sources the table of a side's {@code from}, as it stands behind {@code FROM}
   */
  void addTally(UnaryOperator<String> sources, int number, Tally tally) {
    for (Tally.Side side : tally.of()) {
      String source = sources.apply(side.from());
      Scan scan = scans.computeIfAbsent(source, ignored -> new Scan());
      Map<String, Integer> figures = new LinkedHashMap<>();
      side.figures().forEach((name, figure) -> figures.put(name, scan.index(figure.of())));
      tallies.add(
          source,
          new TallyPlan.Side(
              number,
              tally,
              side.where().isEmpty() ? RowCheck.ALL_ROWS : scan.index(side.where()),
              side.by().stream().map(scan::index).toList(),
              figures));
    }
  }

  /** Adds a check of a condition that is true of no row. */
  void addRule(String source, int number, String never) {
    Scan scan = scans.computeIfAbsent(source, ignored -> new Scan());
    int index = scan.index(never);
    scan.checks.add(RowCheck.of(number, Concern.REFUSED, List.of(index), Set.of("false")));
  }

  boolean isEmpty() {
    return scans.isEmpty();
  }

  /**
   * The queries of what is broken, as check numbers and times.
   *
   * @param session that gets to know what they read
   */
  List<Script> queries(SqlSession session, SqlLibrary library) {
    define(session, library);
    Script values = library.script("checks/broken_values.sql");
    return tallies.isEmpty()
        ? List.of(values)
        : List.of(
            values,
            library
                .script("checks/broken_tallies.sql")
                .bind(Map.of("broken", new Fragment(tallies.condition()))));
  }

  private void define(SqlSession session, SqlLibrary library) {
    Map<String, AuditedRows> all = new LinkedHashMap<>();
    scans.forEach(
        (source, scan) ->
            all.put(source, AuditedRows.read(session, library, source, scan.expressions.keySet())));
    all.forEach((source, rows) -> tallies.learnTypes(source, rows.types()));
    DataStream<RowData> values = null;
    DataStream<RowData> counted = null;
    DataStream<RowData> keys = null;
    for (Map.Entry<String, AuditedRows> each : all.entrySet()) {
      List<TallyPart> parts = tallies.parts(each.getKey());
      RowAudit audit =
          new RowAudit(scans.get(each.getKey()).checks, parts, each.getValue().expressions());
      SingleOutputStreamOperator<RowData> audited =
          each.getValue().rows().transform("audit", RowAudit.TYPE, audit);
      values = values == null ? audited : values.union(audited);
      if (scans.get(each.getKey()).hasNumberKeys(each.getValue().types())) {
        DataStream<RowData> side = audited.getSideOutput(RowAudit.KEYS);
        keys = keys == null ? side : keys.union(side);
      }
      if (!parts.isEmpty()) {
        DataStream<RowData> side = audited.getSideOutput(RowAudit.TALLIES);
        counted = counted == null ? side : counted.union(side);
      }
    }
    view(session, VALUES, keys == null ? values : values.union(RepeatedKeys.of(keys)));
    if (counted != null) {
      view(session, TALLIES, counted);
    }
  }

  private static void view(SqlSession session, String name, DataStream<RowData> rows) {
    session.tables().dropTemporaryView(name);
    session.tables().createTemporaryView(name, rows);
  }
}
