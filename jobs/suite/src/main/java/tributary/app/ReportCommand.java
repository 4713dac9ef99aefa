package tributary.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.LakeSettings;
import tributary.config.ReportPageSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.insight.report.Report;
import tributary.lake.Lake;

/** Makes the report page. */
@Command(
    name = "report",
    description =
        "Makes one HTML page of what is published: revenue, products, customers, segments,"
            + " recommendations and data quality. It opens in any browser, without a server or a"
            + " network.",
    footer = {
      "",
      "Examples:",
      "  tributary report",
      "  tributary report --lake retail-lake --output report.html",
    })
final class ReportCommand implements Task {
  private static final double MEGABYTE = 1e6;

  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(ReportPageSettings.settings(), LakeSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    LakeSettings place = LakeSettings.read(reader);
    ReportPageSettings settings = ReportPageSettings.read(reader);
    return terminal -> {
      Path file = settings.output().orElseThrow();
      try (Steps steps = new Steps(terminal);
          Lake lake = Lake.openForReading(place)) {
        long size = steps.get("report", () -> Report.write(lake, settings.customers(), file));
        Summary summary =
            new Summary("report")
                .add("report", file.toString())
                .add("megabytes", size / MEGABYTE)
                .seconds(steps);
        terminal.out().print(summary.text());
        return summary;
      }
    };
  }
}
