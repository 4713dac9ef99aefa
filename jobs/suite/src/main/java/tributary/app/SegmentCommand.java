package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.SegmentStepSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;

/** Computes segments. */
@Command(
    name = "segment",
    description =
        "Computes features of each customer from curated sales, and publishes segments of customers who are alike.",
    footer = {
      "",
      "Examples:",
      "  tributary segment",
      "  tributary segment --k 5 --as-of 2011-12-01 --window P12M",
      "  tributary segment --segmentation by_orders --features orders,recency_days"
    })
final class SegmentCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(SegmentStepSettings.settings());
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    SegmentStepSettings settings = SegmentStepSettings.read(reader);
    return PipelineCommand.writing(
        "segment", place, reader, (pipeline, terminal) -> pipeline.segment(settings));
  }
}
