package tributary.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import tributary.lake.PlainTable;
import tributary.lake.TableName;
import tributary.publish.ExpressionReader.Typed;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * The rows that checks of one table look at.
 *
 * @param rows of the table, or what SQL made of them
 * @param types of the expressions
 * @param expressions what the checks ask of each row
 */
record AuditedRows(
    DataStream<RowData> rows, List<LogicalType> types, List<RowExpression> expressions) {
  private static final Pattern TABLE = Pattern.compile("`[^`]+`\\.`[^`]+`");

  /**
   * Reads a table once. SQL is planned, and has code generated, only where expressions need it.
   *
   * @param source the table, or a query in brackets, as it stands behind {@code FROM}
   */
  static AuditedRows read(
      SqlSession session, SqlLibrary library, String source, Collection<String> expressions) {
    return table(session, source)
        .flatMap(table -> plain(session, table, expressions))
        .orElseGet(() -> query(session, library, source, expressions));
  }

  private static Optional<PlainTable> table(SqlSession session, String source) {
    return TABLE.matcher(source).matches()
        ? session
            .tables()
            .getCatalog(Engine.CURRENT_CATALOG)
            .flatMap(catalog -> PlainTable.of(catalog, TableName.of(source.replace("`", ""))))
        : Optional.empty();
  }

  private static Optional<AuditedRows> plain(
      SqlSession session, PlainTable table, Collection<String> expressions) {
    Set<String> words = new HashSet<>(List.of(String.join(" ", expressions).split("\\W+")));
    List<String> columns = table.columnNames().stream().filter(words::contains).toList();
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    RowType type = table.type(columns);
    List<Typed> all = new ArrayList<>();
    for (String expression : expressions) {
      Optional<Typed> read = ExpressionReader.read(expression, type);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      all.add(read.get());
    }
    return Optional.of(
        new AuditedRows(
            table.read(session.environment(), session.tables().getConfig(), columns),
            all.stream().map(Typed::type).toList(),
            all.stream().map(Typed::value).toList()));
  }

  private static AuditedRows query(
      SqlSession session, SqlLibrary library, String source, Collection<String> expressions) {
    String columns = String.join(", ", expressions);
    Script query =
        library
            .script("checks/columns.sql")
            .bind(Map.of("columns", new Fragment(columns), "audited", new Fragment(source)));
    Table table = session.table(new Script("the checks of " + source, query.statements()));
    // An audit believes no plan that says a value is never null.
    List<LogicalType> types =
        table.getResolvedSchema().getColumnDataTypes().stream()
            .map(type -> type.getLogicalType().copy(true))
            .toList();
    List<RowExpression> getters = new ArrayList<>();
    for (int index = 0; index < types.size(); index++) {
      getters.add(RowData.createFieldGetter(types.get(index), index)::getFieldOrNull);
    }
    return new AuditedRows(session.rows(table), types, getters);
  }
}
