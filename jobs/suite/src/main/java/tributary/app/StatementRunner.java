package tributary.app;

import static java.util.Objects.requireNonNull;

import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.operations.Operation;
import tributary.config.UserError;
import tributary.script.Script.Statement;
import tributary.script.SqlSession;

/** Runs a user's statements one after another. */
final class StatementRunner {
  private final TableEnvironmentInternal tables;
  private final boolean mayWrite;

  StatementRunner(SqlSession session, boolean mayWrite) {
    this.tables = (TableEnvironmentInternal) requireNonNull(session, "session is null").tables();
    this.mayWrite = mayWrite;
  }

  /**
   * Begins a statement; a query runs while its rows are read.
   *
   * @throws UserError when it is no valid SQL, or would change the lake and must not
   */
  TableResult run(Statement statement) {
    try {
      Operation operation = tables.getParser().parse(statement.text()).get(0);
      if (!mayWrite && !StatementGuard.onlyReads(operation)) {
        throw new UserError(
            "Cannot run the statement on line %d: it could change the lake; add --write to allow that"
                .formatted(statement.line()));
      }
      return tables.executeInternal(operation);
    } catch (SqlParserException | ValidationException e) {
      throw new UserError(
          "Cannot run the statement on line %d: %s".formatted(statement.line(), reason(e)), e);
    }
  }

  /** The parser's reason without what it expected instead, which fills screens. */
  private static String reason(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    String said = message.replaceFirst("^SQL (validation|parse) failed\\. ", "");
    if (said.isBlank() || said.startsWith("null")) {
      Throwable innermost = failure;
      while (innermost.getCause() != null) {
        innermost = innermost.getCause();
      }
      said = String.valueOf(innermost.getMessage());
    }
    return said.strip().lines().findFirst().orElse("it is not valid");
  }
}
