package tributary.app;

import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.PlaceSettings;
import tributary.config.RecommendSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;

/** Computes recommendations. */
@Command(
    name = "recommend",
    description =
        "Publishes, for each customer, products that the customer has not bought or buys again and again, by the recommender that best foretold what customers bought in the last days.",
    footer = {
      "",
      "Examples:",
      "  tributary recommend",
      "  tributary recommend --per-customer 20 --test-days 60",
      "  tributary recommend --recommender co-purchase --minimum-support 5",
      "  tributary recommend --repeatable Grocery,85123A --withdrawn-after-days 90",
      "  tributary recommend --tune",
      "  tributary recommend --model als-trend-20111210_063000_125_9f3a"
    })
final class RecommendCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return PipelineCommand.settings(RecommendSettings.settings());
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    RecommendSettings settings = RecommendSettings.read(reader);
    return PipelineCommand.writing(
        "recommend", place, reader, (pipeline, terminal) -> pipeline.recommend(settings));
  }
}
