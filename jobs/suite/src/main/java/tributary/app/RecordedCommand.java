package tributary.app;

import java.util.Optional;
import tributary.config.CurateSettings;
import tributary.config.DemoSettings;
import tributary.config.IngestSettings;
import tributary.config.RecommendSettings;
import tributary.config.RunSettings;
import tributary.config.SegmentStepSettings;
import tributary.config.SettingsReader;
import tributary.config.UserError;
import tributary.publish.RunRecord;

/**
 * What a recorded run was asked to do; of the steps, those that it had.
 *
 * @param ingest which files it took in, where they are still looked for
 * @param run what followed in a run of all steps
 */
record RecordedCommand(
    Optional<IngestSettings> ingest,
    Optional<RunSettings> run,
    Optional<CurateSettings> curate,
    Optional<SegmentStepSettings> segment,
    Optional<RecommendSettings> recommend) {

  /**
   * @throws UserError when the command is none that computes tables
   */
  static RecordedCommand of(RunRecord record) {
    SettingsReader reader = SettingsReader.recorded(record.settings());
    RecordedCommand none =
        new RecordedCommand(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return switch (record.command()) {
      case "demo" -> none.with(DemoSettings.read(reader).run("the files it generated"));
      case "run" -> {
        RunSettings settings = RunSettings.read(reader);
        yield none.with(settings).with(settings.ingest());
      }
      case "ingest" -> none.with(IngestSettings.read(reader));
      case "curate" ->
          new RecordedCommand(
              Optional.empty(),
              Optional.empty(),
              Optional.of(CurateSettings.read(reader)),
              Optional.empty(),
              Optional.empty());
      case "segment" ->
          new RecordedCommand(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(SegmentStepSettings.read(reader)),
              Optional.empty());
      case "recommend" ->
          new RecordedCommand(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(RecommendSettings.read(reader)));
      default ->
          throw new UserError(
              "Cannot replay run %s: there is no command %s"
                  .formatted(record.id(), record.command()));
    };
  }

  private RecordedCommand with(RunSettings settings) {
    return new RecordedCommand(ingest, Optional.of(settings), curate, segment, recommend);
  }

  private RecordedCommand with(IngestSettings settings) {
    return new RecordedCommand(Optional.of(settings), run, curate, segment, recommend);
  }
}
