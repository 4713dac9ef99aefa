package tributary.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.config.SqlSettings;
import tributary.config.UserError;
import tributary.lake.TableName;
import tributary.script.Script;
import tributary.script.Script.Statement;

/** Runs SQL against the lake. */
@Command(
    name = "sql",
    description =
        "Runs SQL against the lake and prints the rows. Tables are named namespace.table, such as"
            + " curated.sales. Statements that could change the lake are refused without --write.",
    footer = {
      "",
      "Examples:",
      "  tributary sql -e \"SELECT kind, COUNT(*) FROM curated.sales GROUP BY kind\"",
      "  tributary sql --format csv -e \"SELECT * FROM curated.products\" > products.csv",
      "  tributary sql --format json queries.sql",
      "  echo \"SHOW TABLES IN curated\" | tributary sql -"
    })
final class SqlCommand implements Task {
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(SqlSettings.settings(), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    SqlSettings settings = SqlSettings.read(reader);
    return terminal -> run(place, settings, terminal);
  }

  private static Summary run(PlaceSettings place, SqlSettings settings, Terminal terminal)
      throws Exception {
    List<Statement> statements = statements(settings, terminal);
    long rows = 0;
    try (Workbench workbench =
        settings.mayWrite()
            ? Workbench.forWriting(place, "sql --write")
            : Workbench.forReading(place)) {
      List<String> tables = workbench.lake().tables().stream().map(TableName::toString).toList();
      StatementRunner runner =
          new StatementRunner(workbench.session(), tables, settings.mayWrite());
      for (Statement statement : statements) {
        Optional<TableResult> result = runner.run(statement);
        if (result.isPresent()) {
          List<ResultColumn> columns = ResultColumn.of(result.get().getResolvedSchema());
          try (CloseableIterator<Row> found = runner.read(statement, result.get())) {
            rows += print(found, ResultWriter.of(settings.format(), columns, terminal), terminal);
          }
        }
      }
    }
    return new Summary("sql").add("statements", statements.size()).add("rows", rows);
  }

  private static List<Statement> statements(SqlSettings settings, Terminal terminal)
      throws IOException {
    List<Statement> statements = new ArrayList<>();
    try {
      for (String text : settings.statements()) {
        statements.addAll(Script.parse("-e", text).statements());
      }
      if (settings.file().isPresent()) {
        String file = settings.file().get();
        statements.addAll(Script.parse(file, text(file, terminal)).statements());
      }
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
    if (statements.isEmpty()) {
      throw new UserError("Cannot run the statements: there are none");
    }
    return statements;
  }

  private static String text(String file, Terminal terminal) throws IOException {
    if (file.equals("-")) {
      return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
    }
    try {
      return Files.readString(Path.of(file));
    } catch (MalformedInputException e) {
      throw new UserError("Cannot read %s: it is not UTF-8".formatted(file), e);
    } catch (IOException e) {
      String reason = Files.exists(Path.of(file)) ? e.getMessage() : "there is no such file";
      throw new UserError("Cannot read %s: %s".formatted(file, reason), e);
    }
  }

  /** Prints rows as they come, and stops when nobody reads them any more. */
  private static long print(Iterator<Row> rows, ResultWriter writer, Terminal terminal)
      throws IOException {
    long count = 0;
    while (rows.hasNext()) {
      writer.write(rows.next());
      count++;
      if (count % ROWS_BETWEEN_CHECKS == 0 && terminal.out().checkError()) {
        return count;
      }
    }
    writer.finish();
    terminal.out().flush();
    return count;
  }
}
