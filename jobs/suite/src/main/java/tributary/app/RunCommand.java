package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.RunSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;

/** From files to recommendations. */
@Command(
    name = "run",
    description =
        "Reads files of transactions or customers, curates them, and publishes customer segments, product recommendations and business figures. Lines that are in the lake already are not counted again.",
    footer = {
      "",
      "Examples:",
      "  tributary run --source online-retail --input online_retail.csv.gz",
      "  tributary run --source generated --input shop --lake /data/lake --k 5",
      "  tributary run --source online-retail --input 'daily/*.csv' --as-of 2011-12-10"
    })
final class RunCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(RunSettings.settings());
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    RunSettings settings = RunSettings.read(reader);
    return PipelineCommand.filling(
        "run", place, reader, (pipeline, terminal) -> pipeline.run(settings));
  }
}
