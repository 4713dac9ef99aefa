package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code run} does, from files to recommendations.
 *
 * @param source the name of the source profile that describes the files
 * @param input a file, a directory or a pattern
 * @param replaces whether the files are corrected deliveries of files ingested before
 * @param replaced the number of the file that is corrected, where its name does not tell
 * @param isStrict whether a file that cannot be read stops all others
 * @param segment how, and as of which day, customers are segmented
 * @param recommend how products are recommended to them
 * @param page where the report page goes
 */
public record RunSettings(
    String source,
    String input,
    boolean replaces,
    Optional<Long> replaced,
    boolean isStrict,
    SegmentStepSettings segment,
    RecommendSettings recommend,
    ReportPageSettings page) {
  public RunSettings {
    requireNonNull(source, "source is null");
    requireNonNull(input, "input is null");
    requireNonNull(replaced, "replaced is null");
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
                IngestSettings.FILE_NUMBER,
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
    Optional<Long> replaced = IngestSettings.replaced(reader, replaces);
    boolean isStrict = reader.value(IngestSettings.STRICT);
    reader.throwIfAny();
    return new RunSettings(source, input, replaces, replaced, isStrict, segment, recommend, page);
  }

  /** Its first step. */
  public IngestSettings ingest() {
    IngestSettings ingest = IngestSettings.of(source, input);
    IngestSettings corrected = replaces ? ingest.replacing(replaced) : ingest;
    return isStrict ? corrected.strictly() : corrected;
  }
}
