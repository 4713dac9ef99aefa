package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.CurateSettings;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;

/** Computes the curated tables. */
@Command(
    name = "curate",
    description = "Computes sales, products, customers and rejects from the lines in landing.",
    footer = {"", "Examples:", "  tributary curate", "  tributary curate --full"})
final class CurateCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(CurateSettings.settings());
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    CurateSettings settings = CurateSettings.read(reader);
    return PipelineCommand.writing(
        "curate", place, reader, (pipeline, terminal) -> pipeline.curate(settings));
  }
}
