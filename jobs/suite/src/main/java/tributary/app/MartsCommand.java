package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;

/** Computes business figures. */
@Command(
    name = "marts",
    description =
        "Publishes business figures from curated sales: revenue, products, categories, customers, retention, RFM groups and what is bought together; and what the columns of curated tables hold.",
    footer = {
      "",
      "Examples:",
      "  tributary marts",
      "  tributary marts --lake retail-lake",
      "  tributary marts --approval required"
    })
final class MartsCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(List.of());
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    return PipelineCommand.writing(
        "marts", place, reader, (pipeline, terminal) -> pipeline.marts());
  }
}
