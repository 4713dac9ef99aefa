package tributary.segment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.UserDefinedFunction;
import tributary.config.SegmentSettings;
import tributary.publish.Draft;
import tributary.script.Script;

/**
 * Makes the segments of one window from curated.sales, in three jobs: the customers' features and
 * the sample; the fit; the assignment of every customer, the profiles and the registry.
 */
public final class Segmentation {
  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          "segments.customer_features",
          "segments.customer_category_share",
          "segments.customer_segment",
          "segments.customer_segment_current",
          "segments.segment_profile",
          "segments.segment_feature",
          "segments.trained_model",
          "segments.metric");

  private static final List<String> COMPARED =
      List.of("segments.customer_features", "segments.customer_segment");
  private static final String CURRENT = "segments.customer_segment_current";

  private final Draft draft;
  private final SegmentSettings settings;
  private final Window window;

  private Segmentation(Draft draft, SegmentSettings settings, Window window) {
    this.draft = requireNonNull(draft, "draft is null");
    this.settings = settings;
    this.window = window;
  }

  /**
   * Writes the window's rows into all of {@link #TABLES}, in the place of those it had.
   *
   * @param windowEnd the first day that no longer counts
   * @param workDirectory a directory, as a path or URI, that this process and the cluster share;
   *     what is written there is removed again
   */
  public static SegmentationOutcome compute(
      Draft draft, SegmentSettings settings, LocalDate windowEnd, String workDirectory) {
    Window window = Window.of(settings, windowEnd);
    String name = "%s-%s-%s".formatted(draft.id(), window.segmentation(), window.end());
    try (WorkFiles files = WorkFiles.create(workDirectory, name)) {
      Segmentation segmentation = new Segmentation(draft, settings, window);
      segmentation.clear();
      segmentation.compare();
      return segmentation.compute(files);
    }
  }

  /** Empties the window's partition; of the table of current segments the segmentation's. */
  private void clear() {
    for (String table : TABLES) {
      Map<String, Object> partition = new HashMap<>();
      partition.put("segmentation", window.segmentation());
      if (!table.equals(CURRENT)) {
        partition.put("window_end", window.end());
      }
      draft.clearPartition(table, partition);
    }
  }

  /** The window with the latest one that was published of the same segmentation. */
  private void compare() {
    draft.rowsBefore("segments.segment_profile").stream()
        .filter(row -> window.segmentation().equals(row.get("segmentation")))
        .map(row -> (LocalDate) row.get("window_end"))
        .max(Comparator.naturalOrder())
        .ifPresent(
            published -> {
              for (String table : COMPARED) {
                draft.compare(table, windowEnding(window.end()), windowEnding(published));
              }
            });
  }

  private String windowEnding(LocalDate end) {
    return "segmentation = '%s' AND window_end = DATE '%s'".formatted(window.segmentation(), end);
  }

  private SegmentationOutcome compute(WorkFiles files) {
    Map<String, Object> values = parameters();
    values.putAll(files.sampleParameters());
    values.put("sample_size", settings.sampleSize());
    draft
        .batch()
        .run(
            "Compute customer features",
            bound("window_customers", values),
            bound("customer_features", values),
            bound("customer_category_share", values),
            bound("training_sample", values));
    FeatureSpace space = FeatureSpace.of(settings);
    Sample sample = Sample.of(WorkFiles.lines(files.samplePath()), space);
    KMeansTrainer trainer = new KMeansTrainer(draft.streaming(), draft.library(), files, space);
    Segments segments = Segments.of(window, new ModelFitting(settings, space, trainer).fit(sample));
    assign(segments);
    return SegmentationOutcome.of(segments);
  }

  private void assign(Segments segments) {
    RegistryRows registry = new RegistryRows(draft.id(), settings, segments);
    draft.append("segments.trained_model", registry.model());
    draft.append("segments.metric", registry.metrics());
    Map<String, Object> values = parameters();
    values.put("model_id", registry.modelId());
    StreamTableEnvironment tables = draft.batch().tables();
    define(
        "nearest_segment", new NearestSegment(segments.model(), segments.ids(), segments.names()));
    define("segment_traits", tables.fromValues(RegistryRows.TRAITS, registry.traits()));
    draft.batch().define(bound("nearest_segments", values));
    define("assigned_customers", once(tables.from("nearest_segments")));
    draft
        .batch()
        .run(
            "Assign customers to segments",
            bound("segment_feature_moments", values),
            bound("suggested_actions", values),
            bound("customer_segment", values),
            bound("customer_segment_current", values),
            bound("segment_feature", values),
            bound("segment_profile", values));
  }

  /** Computed once however often it is read; a view is planned anew by every reader. */
  private Table once(Table table) {
    StreamTableEnvironment tables = draft.batch().tables();
    return tables.fromDataStream(tables.toDataStream(table));
  }

  private void define(String name, Table table) {
    StreamTableEnvironment tables = draft.batch().tables();
    tables.dropTemporaryView(name);
    tables.createTemporaryView(name, table);
  }

  private Map<String, Object> parameters() {
    Map<String, Object> values = new HashMap<>();
    values.put("segmentation", window.segmentation());
    values.put("window_start", window.start());
    values.put("window_end", window.end());
    return values;
  }

  private Script bound(String name, Map<String, Object> values) {
    return draft.library().script("segments/" + name + ".sql").bind(values);
  }

  private void define(String name, UserDefinedFunction function) {
    StreamTableEnvironment tables = draft.batch().tables();
    tables.dropTemporarySystemFunction(name);
    tables.createTemporarySystemFunction(name, function);
  }
}
