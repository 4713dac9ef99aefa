package tributary.app;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.PublishSettings;
import tributary.config.RunsSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.publish.Approval;
import tributary.publish.RunRecord;

/** Approves a run. */
@Command(
    name = "publish",
    description =
        "Publishes a run that passed its checks and waits for approval (--approval required).",
    footer = {
      "",
      "Examples:",
      "  tributary diff 20111210_063000_125_9f3a",
      "  tributary publish 20111210_063000_125_9f3a"
    })
final class PublishCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return Settings.join(
        List.of(List.of(RunsSettings.RUN, PublishSettings.KEEP_RUNS), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    String id = reader.value(RunsSettings.RUN);
    Integer keepRuns = reader.value(PublishSettings.KEEP_RUNS);
    return terminal -> {
      try (Steps steps = new Steps(terminal);
          Workbench workbench = Workbench.forWriting(place, "publish")) {
        RunRecord run =
            steps.get(
                "publish",
                () ->
                    Approval.publish(
                        workbench.workplace(steps::progress, steps::notice), id, keepRuns));
        terminal.out().printf(Locale.ROOT, "run %s is %s%n", run.id(), run.status().text());
        return new Summary("publish").add("run", run.id()).seconds(steps);
      }
    };
  }
}
