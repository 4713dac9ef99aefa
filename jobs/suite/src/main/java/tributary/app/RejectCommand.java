package tributary.app;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.RunsSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.publish.Approval;
import tributary.publish.RunRecord;

/** Refuses a run. */
@Command(
    name = "reject",
    description =
        "Ends a run that waits for approval, unpublished; its rows stay on its branch for inspection.",
    footer = {
      "",
      "Examples:",
      "  tributary reject 20111210_063000_125_9f3a --why 'the prices are net'"
    })
final class RejectCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return Settings.join(
        List.of(List.of(RunsSettings.RUN, RunsSettings.WHY), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    String id = reader.value(RunsSettings.RUN);
    String why = reader.value(RunsSettings.WHY);
    return terminal -> {
      try (Steps steps = new Steps(terminal);
          Workbench workbench = Workbench.forWriting(place, "reject")) {
        RunRecord run =
            Approval.reject(workbench.workplace(steps::progress, steps::notice), id, why);
        terminal.out().printf(Locale.ROOT, "run %s is %s%n", run.id(), run.status().text());
        return new Summary("reject").add("run", run.id());
      }
    };
  }
}
