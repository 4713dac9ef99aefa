package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.DemoSettings;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;

/** Shows everything on made-up data. */
@Command(
    name = "demo",
    description =
        "Generates a synthetic retailer, runs everything on it, and prints what was made and how to query it.",
    footer = {
      "",
      "Examples:",
      "  tributary demo",
      "  tributary demo --lake /tmp/demo --transactions 100000 --customers 2000"
    })
final class DemoCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(DemoSettings.settings(), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    DemoSettings settings = DemoSettings.read(reader);
    return PipelineCommand.writing(
        "demo", place, reader, (pipeline, terminal) -> pipeline.demo(settings));
  }
}
