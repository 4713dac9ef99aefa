package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code demo} makes.
 *
 * @param retailer the synthetic retailer; its files are put into {@code input} of the lake's
 *     directory
 * @param segment how, and as of which day, its customers are segmented
 * @param recommend how products are recommended to them
 * @param page where the report page goes
 */
public record DemoSettings(
    GenerateSettings retailer,
    SegmentStepSettings segment,
    RecommendSettings recommend,
    ReportPageSettings page) {
  public DemoSettings {
    requireNonNull(retailer, "retailer is null");
    requireNonNull(segment, "segment is null");
    requireNonNull(recommend, "recommend is null");
    requireNonNull(page, "page is null");
  }

  /** What it does with the files that it made. */
  public RunSettings run(String files) {
    return new RunSettings(
        "generated", files, false, Optional.empty(), false, segment, recommend, page);
  }

  public static List<Setting<?>> settings() {
    return Settings.join(
        List.of(
            GenerateSettings.retailer(),
            SegmentStepSettings.settings(),
            RecommendSettings.settings(),
            ReportPageSettings.besides()));
  }

  public static DemoSettings read(SettingsReader reader) {
    return new DemoSettings(
        GenerateSettings.into(reader.value(LakeSettings.LAKE).resolve("input"), reader),
        SegmentStepSettings.read(reader),
        RecommendSettings.read(reader),
        ReportPageSettings.readBesides(reader));
  }
}
