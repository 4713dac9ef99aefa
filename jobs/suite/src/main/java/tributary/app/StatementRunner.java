package tributary.app;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import tributary.config.Suggestion;
import tributary.config.UserError;
import tributary.script.Script.Statement;
import tributary.script.SqlSession;

/** Runs a user's statements one after another. */
final class StatementRunner {
  /** How the parser says which words name no table: from where to where they stand. */
  private static final Pattern NO_SUCH_TABLE =
      Pattern.compile(
          "From line (\\d+), column (\\d+) to line \\1, column (\\d+): Object .* not found.*");

  private final SqlSession session;
  private final TableEnvironmentInternal tables;
  private final Collection<String> tableNames;
  private final boolean mayWrite;

  /**
   * @param tableNames the tables there are, for suggestions
   */
  StatementRunner(SqlSession session, Collection<String> tableNames, boolean mayWrite) {
    this.session = requireNonNull(session, "session is null");
    this.tables = (TableEnvironmentInternal) session.tables();
    this.tableNames = List.copyOf(tableNames);
    this.mayWrite = mayWrite;
  }

  /**
   * Runs a statement; a query runs while its rows are read.
   *
   * @return its rows, if it has any
   * @throws UserError when it is no valid SQL, or would change the lake and must not
   */
  Optional<TableResult> run(Statement statement) {
    try {
      Operation operation = tables.getParser().parse(statement.text()).get(0);
      if (!mayWrite && !StatementGuard.onlyReads(operation)) {
        throw new UserError(
            "Cannot run the statement on line %s: without --write only queries, SHOW, DESCRIBE, EXPLAIN, USE and temporary views are run"
                .formatted(statement.line()));
      }
      TableResult result = tables.executeInternal(operation);
      if (operation instanceof ModifyOperation) {
        session.await(name(statement), result);
        return Optional.empty();
      }
      return Optional.of(result)
          .filter(each -> each.getResultKind() == ResultKind.SUCCESS_WITH_CONTENT);
    } catch (SqlParserException | ValidationException e) {
      throw new UserError(
          "Cannot run the statement on line %s: %s"
              .formatted(statement.line(), reason(e, statement.text())),
          e);
    }
  }

  /** The rows of what a statement returned, as they come. */
  CloseableIterator<Row> read(Statement statement, TableResult result) {
    return session.read(name(statement), result);
  }

  private static String name(Statement statement) {
    return "the statement on line %s".formatted(statement.line());
  }

  /** The parser's reason without what it expected instead, which fills screens. */
  private String reason(RuntimeException failure, String sql) {
    String message = String.valueOf(failure.getMessage());
    String said = message.replaceFirst("^SQL (validation|parse) failed\\. ", "");
    if (said.isBlank() || said.startsWith("null")) {
      Throwable innermost = failure;
      while (innermost.getCause() != null) {
        innermost = innermost.getCause();
      }
      said = String.valueOf(innermost.getMessage());
    }
    String line = said.strip().lines().findFirst().orElse("it is not valid");
    Matcher noSuchTable = NO_SUCH_TABLE.matcher(line);
    return noSuchTable.matches() ? noSuchTable(noSuchTable, sql) : line;
  }

  private String noSuchTable(Matcher place, String sql) {
    String line = sql.lines().skip(Integer.parseInt(place.group(1)) - 1L).findFirst().orElse(sql);
    String name =
        line.substring(Integer.parseInt(place.group(2)) - 1, Integer.parseInt(place.group(3)));
    return "there is no table %s%s".formatted(name, Suggestion.sentence(name, tableNames));
  }
}
