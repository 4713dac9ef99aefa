package tributary.app;

import java.util.List;
import java.util.Map;
import org.apache.flink.types.Row;
import tributary.config.IngestSettings;
import tributary.curate.Classification;
import tributary.input.InputFiles;
import tributary.input.SourceProfile;
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

  void show(Engine engine, IngestSettings settings) {
    SourceProfile profile = SourceProfile.load(library, settings.source());
    SqlSession session = engine.batch();
    profile.register(session.tables(), profile.inspect(InputFiles.resolve(settings.input())));
    session.define(library.script("preview/fresh_lines.sql"));
    Classification.defineWithMajorityCurrency(session, library);
    show(session, "Rows of curated.sales (first %d)", "preview/mapped_rows.sql", settings.limit());
    show(session, "Rejects (first %d)", "preview/rejects.sql", settings.limit());
  }

  private void show(SqlSession session, String title, String file, int limit) {
    Script script = library.script(file).bind(Map.of("rows", limit));
    List<ResultColumn> columns =
        ResultColumn.of(
            session.tables().sqlQuery(script.statements().get(0).text()).getResolvedSchema());
    terminal.out().println(title.formatted(limit));
    TextTableWriter writer = new TextTableWriter(columns, terminal);
    for (Row row : session.query("preview", script)) {
      writer.write(row);
    }
    writer.finish();
    terminal.out().println();
  }
}
