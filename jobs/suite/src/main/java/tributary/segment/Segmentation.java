package tributary.segment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.UserDefinedFunction;
import tributary.config.SegmentSettings;
import tributary.publish.Run;
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

  private static final String CURRENT = "segments.customer_segment_current";

  private final Run run;
  private final SegmentSettings settings;
  private final Window window;

  private Segmentation(Run run, SegmentSettings settings, Window window) {
    this.run = requireNonNull(run, "run is null");
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
      Run run, SegmentSettings settings, LocalDate windowEnd, String workDirectory) {
    Window window = Window.of(settings, windowEnd);
    String name = "%s-%s-%s".formatted(run.id(), window.segmentation(), window.end());
    try (WorkFiles files = WorkFiles.create(workDirectory, name)) {
      Segmentation segmentation = new Segmentation(run, settings, window);
      segmentation.clear();
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
      run.clearPartition(table, partition);
    }
  }

  private SegmentationOutcome compute(WorkFiles files) {
    Map<String, Object> values = parameters();
    values.putAll(files.sampleParameters());
    values.put("sample_size", settings.sampleSize());
    run.batch()
        .run(
            "Compute customer features",
            bound("window_customers", values),
            bound("customer_features", values),
            bound("customer_category_share", values),
            bound("training_sample", values));
    FeatureSpace space = FeatureSpace.of(settings);
    Sample sample = Sample.of(WorkFiles.lines(files.samplePath()), space);
    KMeansTrainer trainer = new KMeansTrainer(run.streaming(), run.library(), files, space);
    Segments segments = Segments.of(window, new ModelFitting(settings, space, trainer).fit(sample));
    assign(segments);
    return SegmentationOutcome.of(segments);
  }

  private void assign(Segments segments) {
    RegistryRows registry = new RegistryRows(run.id(), settings, segments);
    run.append("segments.trained_model", registry.model());
    run.append("segments.metric", registry.metrics());
    Map<String, Object> values = parameters();
    values.put("model_id", registry.modelId());
    StreamTableEnvironment tables = run.batch().tables();
    define(
        "nearest_segment", new NearestSegment(segments.model(), segments.ids(), segments.names()));
    define("segment_traits", tables.fromValues(RegistryRows.TRAITS, registry.traits()));
    run.batch().define(bound("nearest_segments", values));
    define("assigned_customers", once(tables.from("nearest_segments")));
    run.batch()
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
    StreamTableEnvironment tables = run.batch().tables();
    return tables.fromDataStream(tables.toDataStream(table));
  }

  private void define(String name, Table table) {
    StreamTableEnvironment tables = run.batch().tables();
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
    return run.library().script("segments/" + name + ".sql").bind(values);
  }

  private void define(String name, UserDefinedFunction function) {
    StreamTableEnvironment tables = run.batch().tables();
    tables.dropTemporarySystemFunction(name);
    tables.createTemporarySystemFunction(name, function);
  }
}
