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
import tributary.script.BoundLibrary;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** Shows what an ingest would make of files, and writes nothing. */
final class Preview {
  private final SqlLibrary library;
  private final Terminal terminal;

  Preview(SqlLibrary library, Terminal terminal) {
    this.library = library;
    this.terminal = terminal;
  }

  /** Shows it; the summary, of the command of this name, tells of files that were left out. */
  Summary show(String command, Engine engine, IngestSettings settings) {
    SourceProfile profile = SourceProfile.load(library, settings.source());
    SqlSession session = engine.batch();
    int limit = settings.limit();
    LeftOutFiles leftOut = LeftOutFiles.collecting();
    List<InspectedFile> files = Intake.inspect(profile, settings, leftOut);
    profile.register(session.tables(), files);
    if (hold(files, Content.TRANSACTIONS)) {
      BoundLibrary lines = bound(profile, settings);
      session.define(
          "fresh_lines", session.from(lines.script("preview/fresh_lines"), rows -> rows));
      BoundLibrary inCurrency = Classification.withMajorityCurrency(session, lines);
      show(session, "Rows of curated.sales", limit, inCurrency.script("preview/mapped_rows"));
      show(session, "Rejects", limit, inCurrency.script("preview/rejects"));
      showIgnoredOffsets(session, inCurrency.script("preview/ignored_offsets"));
    }
    if (hold(files, Content.CUSTOMERS)) {
      BoundLibrary lines = bound(profile, settings).choosing("described_customers", "judged");
      session.define(
          "delivered_customers",
          session.from(lines.script("preview/delivered_customers"), rows -> rows));
      show(session, "Rows of curated.customers", limit, lines.script("preview/customers"));
      show(
          session,
          "Rows of curated.customer_attribute",
          limit,
          lines.script("preview/customer_attributes"));
      show(session, "Rejects of customers", limit, lines.script("preview/customer_rejects"));
    }
    leftOut
        .reasons()
        .forEach((file, why) -> terminal.err().println("LEFT OUT %s: %s".formatted(file, why)));
    return new Summary(command).leftOut(leftOut.reasons());
  }

  private BoundLibrary bound(SourceProfile profile, IngestSettings settings) {
    return Classification.bind(library)
        .with(
            Map.of(
                "now", LocalDateTime.now(ZoneOffset.UTC),
                "rows", settings.limit(),
                "time_patterns", profile.timePatterns()));
  }

  private void showIgnoredOffsets(SqlSession session, Script script) {
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

  private void show(SqlSession session, String title, int limit, Script script) {
    List<ResultColumn> columns =
        session.from(script, table -> ResultColumn.of(table.getResolvedSchema()));
    terminal.out().println("%s (first %s)".formatted(title, limit));
    TextTableWriter writer = new TextTableWriter(columns, terminal);
    for (Row row : session.query("preview", script)) {
      writer.write(row);
    }
    writer.finish();
    terminal.out().println();
  }
}
