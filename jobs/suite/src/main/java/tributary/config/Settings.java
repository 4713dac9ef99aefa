package tributary.config;

import java.util.List;

/** Every setting of every command. */
public final class Settings {
  private Settings() {}

  /** Each once; names are unique. */
  public static List<Setting<?>> all() {
    return join(
        List.of(
            PlaceSettings.settings(),
            ReportSettings.settings(),
            DemoSettings.settings(),
            GenerateSettings.settings(),
            RunSettings.settings(),
            ProfileSettings.settings(),
            IngestSettings.settings(),
            List.of(IngestSettings.WITHDRAWN),
            CurateSettings.settings(),
            SegmentStepSettings.settings(),
            AssignSettings.settings(),
            RecommendSettings.settings(),
            ReportPageSettings.settings(),
            SqlSettings.settings(),
            TablesSettings.settings(),
            PublishSettings.settings(),
            RunsSettings.settings(),
            ServeSettings.settings(),
            AlsBenchSettings.settings(),
            SvdppBenchSettings.settings()));
  }

  /** Lists one after another; a setting that is in several stays where it is first. */
  public static List<Setting<?>> join(List<List<Setting<?>>> lists) {
    return lists.stream().<Setting<?>>flatMap(List::stream).distinct().toList();
  }
}
