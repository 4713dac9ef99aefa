package tributary.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import tributary.app.Intake.Delivery;
import tributary.config.PlaceSettings;
import tributary.config.PublishSettings;
import tributary.config.RunsSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.config.UserError;
import tributary.curate.FileFacts;
import tributary.curate.Landing;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.History;
import tributary.publish.Replay;
import tributary.publish.RunRecord;
import tributary.publish.RunRequest;
import tributary.publish.TableDifference;
import tributary.script.SqlLibrary;

/** Computes a run again. */
@Command(
    name = "replay",
    description =
        "Computes a published run again, from the states and settings that it was recorded with, and compares: the same rows, or a table of differences. Nothing is published.",
    footer = {
      "",
      "Files that have changed or gone since are not read again: their lines are taken as they were landed.",
      "",
      "Examples:",
      "  tributary replay --run 20111210_063000_125_9f3a"
    })
final class ReplayCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(List.of(RunsSettings.REPLAYED), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    String id = reader.value(RunsSettings.REPLAYED);
    return terminal -> {
      try (Steps steps = new Steps(terminal);
          Workbench workbench = Workbench.forWriting(place, "replay")) {
        return replay(workbench, id, steps, terminal);
      }
    };
  }

  private static Summary replay(Workbench workbench, String id, Steps steps, Terminal terminal) {
    RunRecord run = History.of(workbench.lake()).find(id);
    RecordedCommand recorded = RecordedCommand.of(run);
    Summary summary = new Summary("replay").add("run", run.id());
    RunRequest request =
        new RunRequest("replay", run.settings(), Version.text(), PublishSettings.defaults());
    Pipeline pipeline = new Pipeline(workbench, request, steps, summary);
    Optional<Delivery> delivery = delivery(workbench, run, recorded, pipeline);
    List<String> taken = delivery.isPresent() ? List.of() : Landing.TABLES;
    if (delivery.isEmpty() && !run.files().isEmpty()) {
      steps.notice(
          "The files of run %s are not where they were, or have changed: their lines are taken as they were landed"
              .formatted(run.id()));
    }
    try (Replay replay =
        Replay.open(workbench.workplace(steps::progress, steps::notice), run, taken)) {
      pipeline.replay(replay.draft(), delivery, recorded);
      List<TableDifference> differences = steps.get("compare", replay::compare);
      Differences.show(differences, terminal);
      return tell(
          workbench.library(),
          run,
          Differences.count(differences),
          summary.seconds(steps),
          terminal);
    }
  }

  private static Summary tell(
      SqlLibrary library, RunRecord run, long differences, Summary summary, Terminal terminal) {
    if (differences > 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Cannot repeat run %s: %,d rows differ from what it published; its code version was %s, this is %s%s",
              run.id(),
              differences,
              run.codeVersion(),
              Version.text(),
              run.ran(library) ? "" : ", and the SQL files are others"));
    }
    terminal.out().printf(Locale.ROOT, "%nrun %s gives the same rows again%n", run.id());
    return summary.add("differences", differences);
  }

  /** The run's files, where all are as they were. */
  private static Optional<Delivery> delivery(
      Workbench workbench, RunRecord run, RecordedCommand recorded, Pipeline pipeline) {
    List<Map<String, Object>> landed = landed(workbench.lake(), run);
    if (recorded.ingest().isEmpty() || landed.isEmpty()) {
      return Optional.empty();
    }
    try {
      Delivery found = pipeline.inspect(recorded.ingest().get());
      Delivery delivery =
          Intake.only(found, file -> landed.stream().anyMatch(row -> isTheSame(file, row)));
      return Optional.of(delivery).filter(each -> each.inputs().size() == landed.size());
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** What {@code landing.files} says of the files that the run took in. */
  private static List<Map<String, Object>> landed(Lake lake, RunRecord run) {
    TableName files = TableName.of("landing.files");
    OptionalLong state = run.published(files);
    if (state.isEmpty() || !lake.hasSnapshot(files, state.getAsLong())) {
      return List.of();
    }
    return lake.rows(files, state.getAsLong()).stream()
        .filter(file -> run.id().equals(file.get("ingest_id")))
        .toList();
  }

  private static boolean isTheSame(FileFacts file, Map<String, Object> row) {
    return file.name().equals(row.get("source_file")) && file.sha256().equals(row.get("sha256"));
  }
}
