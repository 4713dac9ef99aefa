package tributary.app;

import java.util.Optional;
import java.util.function.BiConsumer;
import tributary.config.CurateSettings;
import tributary.config.DemoSettings;
import tributary.config.IngestSettings;
import tributary.config.RecommendSettings;
import tributary.config.RunSettings;
import tributary.config.SegmentStepSettings;
import tributary.config.SettingsReader;
import tributary.config.UserError;
import tributary.curate.Curation;
import tributary.publish.Draft;
import tributary.publish.RunRecord;

/**
 * What a recorded run was asked to do.
 *
 * @param ingest which files it took in, where they are still looked for
 * @param steps what followed
 */
record RecordedCommand(Optional<IngestSettings> ingest, BiConsumer<Pipeline, Draft> steps) {

  /**
   * @throws UserError when the command is none that computes tables
   */
  static RecordedCommand of(RunRecord record) {
    SettingsReader reader = SettingsReader.recorded(record.settings());
    return switch (record.command()) {
      case "demo" -> {
        RunSettings settings = DemoSettings.read(reader).run("the files it generated");
        yield of((pipeline, draft) -> pipeline.compute(draft, settings));
      }
      case "run" -> {
        RunSettings settings = RunSettings.read(reader);
        yield new RecordedCommand(
            Optional.of(settings.ingest()), (pipeline, draft) -> pipeline.compute(draft, settings));
      }
      case "ingest" ->
          new RecordedCommand(Optional.of(IngestSettings.read(reader)), (pipeline, draft) -> {});
      case "curate" -> {
        CurateSettings settings = CurateSettings.read(reader);
        yield of((pipeline, draft) -> pipeline.curate(draft, settings.isFull()));
      }
      case "segment" -> {
        SegmentStepSettings settings = SegmentStepSettings.read(reader);
        yield of((pipeline, draft) -> pipeline.segment(draft, settings));
      }
      case "recommend" -> {
        RecommendSettings settings = RecommendSettings.read(reader);
        yield of((pipeline, draft) -> pipeline.recommend(draft, settings));
      }
      case "marts" -> of((pipeline, draft) -> pipeline.marts(draft, Curation.lastSale(draft)));
      default ->
          throw new UserError(
              "Cannot replay run %s: '%s' computes no table; replay a run of demo, run, ingest, curate, segment, recommend or marts"
                  .formatted(record.id(), record.command()));
    };
  }

  private static RecordedCommand of(BiConsumer<Pipeline, Draft> steps) {
    return new RecordedCommand(Optional.empty(), steps);
  }
}
