package tributary.app;

import java.util.List;
import java.util.Locale;
import org.apache.flink.types.Row;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.RunsSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.publish.History;
import tributary.publish.RunRecord;
import tributary.publish.StateComparison;
import tributary.publish.TableDifference;
import tributary.publish.Workplace;
import tributary.script.SqlSession;

/** Shows what a run changes. */
@Command(
    name = "diff",
    description =
        "Shows what a run changed, or would change: rows added, removed and changed in each table, and customers who change segment.",
    footer = {"", "Examples:", "  tributary diff 20111210_063000_125_9f3a"})
final class DiffCommand implements Task {
  private static final String SEGMENTS = "segments.customer_segment_current";

  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(List.of(RunsSettings.RUN), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    String id = reader.value(RunsSettings.RUN);
    return terminal -> {
      try (Steps steps = new Steps(terminal);
          Workbench workbench = Workbench.forReading(place)) {
        return show(workbench, id, steps, terminal);
      }
    };
  }

  private static Summary show(Workbench workbench, String id, Steps steps, Terminal terminal) {
    RunRecord run = History.of(workbench.lake()).find(id);
    Workplace workplace = workbench.workplace(steps::progress, steps::notice);
    StateComparison comparison = StateComparison.of(workplace, run);
    List<TableDifference> differences = steps.get("compare", comparison::differences);
    terminal
        .out()
        .printf(Locale.ROOT, "run %s (%s, %s)%n%n", run.id(), run.command(), run.status().text());
    Differences.show(differences, terminal);
    if (run.rowsWritten().containsKey(SEGMENTS)) {
      SqlSession session = comparison.session();
      List<Row> moves =
          steps.get(
              "segments",
              () ->
                  session.query(
                      "segment changes", workbench.library().script("segments/changes.sql")));
      showMoves(moves, terminal);
    }
    return new Summary("diff").add("run", run.id()).add("rows", Differences.count(differences));
  }

  private static void showMoves(List<Row> moves, Terminal terminal) {
    terminal.out().println("\nCustomers who change segment:");
    if (moves.isEmpty()) {
      terminal.out().println("none");
      return;
    }
    TextTableWriter table =
        new TextTableWriter(
            List.of(
                new ResultColumn("segmentation", false),
                new ResultColumn("from", false),
                new ResultColumn("to", false),
                new ResultColumn("customers", true)),
            terminal);
    moves.forEach(table::write);
    table.finish();
  }
}
