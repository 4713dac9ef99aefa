package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What {@code run} does, from files to recommendations.
 *
 * @param source the name of the source profile that describes the files
 * @param input a file, a directory or a pattern
 * @param replaces whether the files are corrected deliveries of files ingested before
 * @param isStrict whether a file that cannot be read stops all others
 * @param segment how, and as of which day, customers are segmented
 * @param recommend how products are recommended to them
 * @param page where the report page goes
 */
public record RunSettings(
    String source,
    String input,
    boolean replaces,
    boolean isStrict,
    SegmentStepSettings segment,
    RecommendSettings recommend,
    ReportPageSettings page) {
  public RunSettings {
    requireNonNull(source, "source is null");
    requireNonNull(input, "input is null");
    requireNonNull(segment, "segment is null");
    requireNonNull(recommend, "recommend is null");
    requireNonNull(page, "page is null");
  }

  public static List<Setting<?>> settings() {
    return Settings.join(
        List.of(
            List.of(
                IngestSettings.SOURCE,
                IngestSettings.INPUT,
                IngestSettings.REPLACE,
                IngestSettings.STRICT),
            SegmentStepSettings.settings(),
            RecommendSettings.settings(),
            ReportPageSettings.besides()));
  }

  /**
   * @throws UserError with all problems so far
   */
  public static RunSettings read(SettingsReader reader) {
    SegmentStepSettings segment = SegmentStepSettings.read(reader);
    RecommendSettings recommend = RecommendSettings.read(reader);
    ReportPageSettings page = ReportPageSettings.readBesides(reader);
    String source = reader.value(IngestSettings.SOURCE);
    String input = reader.value(IngestSettings.INPUT);
    boolean replaces = reader.value(IngestSettings.REPLACE);
    boolean isStrict = reader.value(IngestSettings.STRICT);
    reader.throwIfAny();
    return new RunSettings(source, input, replaces, isStrict, segment, recommend, page);
  }

  /** Its first step. */
  public IngestSettings ingest() {
    IngestSettings ingest = IngestSettings.of(source, input);
    IngestSettings corrected = replaces ? ingest.replacing() : ingest;
    return isStrict ? corrected.strictly() : corrected;
  }
}
