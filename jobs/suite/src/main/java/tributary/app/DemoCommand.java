package tributary.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.DemoSettings;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;
import tributary.script.Script.Statement;

/** Shows everything on made-up data. */
@Command(
    name = "demo",
    description =
        "Generates a synthetic retailer, runs everything on it, and prints what was made and how to query it.",
    footer = {
      "",
      "Examples:",
      "  tributary demo",
      "  tributary demo --lake /tmp/demo --transactions 100000 --customers 2000",
      "  tributary demo --lake /tmp/demo --format parquet"
    })
final class DemoCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(DemoSettings.settings());
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    DemoSettings settings = DemoSettings.read(reader);
    Action demo =
        PipelineCommand.filling(
            "demo", place, reader, (pipeline, terminal) -> pipeline.demo(settings));
    return terminal -> {
      Summary summary = demo.run(terminal);
      terminal.out().print(nextSteps(place));
      return summary;
    };
  }

  private static String nextSteps(PlaceSettings place) {
    Path lake = place.lake().directory();
    StringBuilder text = new StringBuilder("\nThe lake is in %s. Try:\n".formatted(lake));
    for (Statement query : Workbench.library(place).script("demo/queries.sql").statements()) {
      text.append("\n  ./tributary sql --lake %s -e \"".formatted(lake))
          .append(query.text().replaceAll("\\s+", " "))
          .append("\"\n");
    }
    return text.append("\n  ./tributary tables --lake %s\n".formatted(lake)).toString();
  }
}
