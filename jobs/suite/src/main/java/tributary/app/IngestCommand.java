package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.IngestSettings;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;
import tributary.script.Engine;

/** Reads files into landing. */
@Command(
    name = "ingest",
    description = "Reads files of transactions or customers into landing, and nothing more.",
    footer = {
      "",
      "Examples:",
      "  tributary ingest --source online-retail --input online_retail.csv.gz --dry-run",
      "  tributary ingest --source online-retail --input 2011-12-09.csv",
      "  tributary ingest --source online-retail --input 2011-12-09.csv --replace"
    })
final class IngestCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(IngestSettings.settings());
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    IngestSettings settings = IngestSettings.read(reader);
    return settings.isDryRun()
        ? terminal -> preview(place, settings, terminal)
        : PipelineCommand.filling(
            "ingest", place, reader, (pipeline, terminal) -> pipeline.ingest(settings));
  }

  /** Needs no lake, and makes none. */
  private static Summary preview(PlaceSettings place, IngestSettings settings, Terminal terminal) {
    try (Engine engine = Engines.open(place.engine())) {
      return new Preview(Workbench.library(place), terminal)
          .show("ingest --dry-run", engine, settings);
    }
  }
}
