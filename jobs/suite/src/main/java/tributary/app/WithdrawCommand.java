package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.IngestSettings;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;

/** Takes a file out again. */
@Command(
    name = "withdraw",
    description =
        "Takes a file out again that ingest took in: the next run or curate leaves out its lines, which stay in landing.",
    footer = {
      "",
      "It is not taken in a second time, unless with --replace.",
      "",
      "Examples:",
      "  tributary withdraw 2011-12-09.csv"
    })
final class WithdrawCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(List.of(IngestSettings.WITHDRAWN));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    String file = reader.value(IngestSettings.WITHDRAWN);
    return PipelineCommand.writing(
        "withdraw", place, reader, (pipeline, terminal) -> pipeline.withdraw(file));
  }
}
