package tributary.app;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.flink.types.Row;
import tributary.config.IngestSettings;
import tributary.curate.Classification;
import tributary.input.Content;
import tributary.input.InspectedFile;
import tributary.input.LeftOutFiles;
import tributary.input.SourceProfile;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** Shows what an ingest would make of files, and writes nothing. */
final class Preview {
  private final SqlLibrary library;
  private final Terminal terminal;
  private String timePatterns = "";

  Preview(SqlLibrary library, Terminal terminal) {
    this.library = library;
    this.terminal = terminal;
  }

  /** Shows it; the summary, of the command of this name, tells of files that were left out. */
  Summary show(String command, Engine engine, IngestSettings settings) {
    SourceProfile profile = SourceProfile.load(library, settings.source());
    timePatterns = profile.timePatterns();
    SqlSession session = engine.batch();
    LeftOutFiles leftOut = LeftOutFiles.collecting();
    List<InspectedFile> files = Intake.inspect(profile, settings, leftOut);
    profile.register(session.tables(), files);
    if (hold(files, Content.TRANSACTIONS)) {
      LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
      session.define(library.script("preview/fresh_lines.sql").bind(Map.of("now", now)));
      Classification.defineWithMajorityCurrency(session, library);
      show(session, "Rows of curated.sales", "mapped_rows", settings.limit());
      show(session, "Rejects", "rejects", settings.limit());
      showIgnoredOffsets(session);
    }
    if (hold(files, Content.CUSTOMERS)) {
      session.define(library.script("preview/delivered_customers.sql"));
      Classification.defineCustomers(session, library);
      Classification.defineCustomerAttributes(session, library);
      show(session, "Rows of curated.customers", "customers", settings.limit());
      show(session, "Rows of curated.customer_attribute", "customer_attributes", settings.limit());
      show(session, "Rejects of customers", "customer_rejects", settings.limit());
    }
    leftOut
        .reasons()
        .forEach((file, why) -> terminal.err().println("LEFT OUT %s: %s".formatted(file, why)));
    return new Summary(command).leftOut(leftOut.reasons());
  }

  private void showIgnoredOffsets(SqlSession session) {
    Script script = library.script("preview/ignored_offsets.sql");
    long offsets = session.query("preview", script).get(0).<Long>getFieldAs(0);
    if (offsets > 0) {
      terminal
          .out()
          .println("Offsets of %s times are ignored; IN_ZONE would use them".formatted(offsets));
      terminal.out().println();
    }
  }

  private static boolean hold(List<InspectedFile> files, Content content) {
    return files.stream().anyMatch(file -> file.content() == content);
  }

  private void show(SqlSession session, String title, String name, int limit) {
    Script script =
        library
            .script("preview/" + name + ".sql")
            .bind(Map.of("rows", limit, "time_patterns", timePatterns));
    List<ResultColumn> columns =
        ResultColumn.of(
            session.tables().sqlQuery(script.statements().get(0).text()).getResolvedSchema());
    terminal.out().println("%s (first %s)".formatted(title, limit));
    TextTableWriter writer = new TextTableWriter(columns, terminal);
    for (Row row : session.query("preview", script)) {
      writer.write(row);
    }
    writer.finish();
    terminal.out().println();
  }
}
