package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.IngestSettings;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;

/** Reads files into landing. */
@Command(
    name = "ingest",
    description = "Reads files of transactions into landing.transactions, and nothing more.",
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
    return Settings.join(List.of(IngestSettings.settings(), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    IngestSettings settings = IngestSettings.read(reader);
    return PipelineCommand.writing(
        "ingest",
        place,
        reader,
        (pipeline, terminal) -> {
          if (settings.isDryRun()) {
            pipeline.preview(settings, terminal);
          } else {
            pipeline.ingest(settings);
          }
        });
  }
}
