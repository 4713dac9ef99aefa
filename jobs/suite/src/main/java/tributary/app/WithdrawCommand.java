package tributary.app;

import java.util.List;
import java.util.Optional;
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
      "  tributary withdraw 2011-12-09.csv",
      "  tributary withdraw orders.csv --file-number 12"
    })
final class WithdrawCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(List.of(IngestSettings.WITHDRAWN, IngestSettings.FILE_NUMBER));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    String file = reader.value(IngestSettings.WITHDRAWN);
    Optional<Long> number = reader.optional(IngestSettings.FILE_NUMBER);
    return PipelineCommand.writing(
        "withdraw", place, reader, (pipeline, terminal) -> pipeline.withdraw(file, number));
  }
}
