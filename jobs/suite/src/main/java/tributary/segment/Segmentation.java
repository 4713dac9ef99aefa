package tributary.segment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.UserDefinedFunction;
import tributary.config.ClusterSettings.Algorithm;
import tributary.config.PopulationSettings;
import tributary.config.SegmentSettings;
import tributary.publish.Draft;
import tributary.script.BoundLibrary;
import tributary.script.Condition;
import tributary.script.Script;
import tributary.script.Script.Tuple;
import tributary.script.SqlSession;
import tributary.segment.cluster.Dbscan;
import tributary.segment.cluster.GaussianMixture;

/**
 * Makes the segments of windows of history from curated.sales: one job computes all windows'
 * features and samples; a few fit their models; one assigns every customer of every window, and
 * writes what follows from it.
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
          "segments.segment_migration",
          "segments.segment_product",
          "segments.provisional_agreement",
          "segments.override_outcome",
          "segments.trained_model",
          "segments.preparation",
          "segments.segment_event",
          "segments.segment_rule",
          "segments.metric");

  private static final String CURRENT = "segments.customer_segment_current";
  private static final List<String> COMPARED =
      List.of("segments.customer_features", "segments.customer_segment");
  private static final List<String> OF_TWO_WINDOWS =
      List.of("segments.segment_migration", "segments.provisional_agreement");

  /** What is written for every window. */
  private static final List<String> ASSIGNED =
      List.of(
          "segments.customer_segment",
          CURRENT,
          "segments.segment_feature",
          "segments.segment_profile",
          "segments.segment_product");

  private static final Tuple NO_STEP = Tuple.of(LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH);

  private final Draft draft;
  private final SegmentSettings settings;
  private final PublishedWindows published;
  private final List<Window> windows;
  private final Succession succession;

  private Segmentation(
      Draft draft, SegmentSettings settings, PublishedWindows published, List<Window> windows) {
    this.draft = requireNonNull(draft, "draft is null");
    this.settings = settings;
    this.published = published;
    this.windows = List.copyOf(windows);
    this.succession = new Succession(published.windows(), windows);
  }

  /**
   * Writes the rows of all windows that the settings ask for into all of {@link #TABLES}, in the
   * place of those they had. A window that was published of the same files and settings is left as
   * it is, unless the settings say otherwise.
   *
   * @param lastEnd the first day that no longer counts for the last window
   * @param workDirectory a directory, as a path or URI, that this process and the cluster share;
   *     what is written there is removed again
   */
  public static SegmentationOutcome compute(
      Draft draft, SegmentSettings settings, LocalDate lastEnd, String workDirectory) {
    PublishedWindows published = PublishedWindows.of(draft, settings);
    List<Window> fresh = new ArrayList<>();
    List<Window> skipped = new ArrayList<>();
    for (LocalDate end : WindowCalendar.ends(settings.windows(), lastEnd)) {
      Window window = Window.of(settings, end);
      (published.isUpToDate(window) ? skipped : fresh).add(window);
    }
    if (fresh.isEmpty()) {
      return new SegmentationOutcome(List.of(), skipped);
    }
    String name = "%s-%s-%s".formatted(draft.id(), settings.segmentation(), lastEnd);
    try (WorkFiles files = WorkFiles.create(workDirectory, name)) {
      Segmentation segmentation = new Segmentation(draft, settings, published, fresh);
      segmentation.clear();
      segmentation.compare();
      List<Segments> segments = segmentation.compute(files);
      return SegmentationOutcome.of(segments, skipped);
    }
  }

  /**
   * Empties the windows' partitions; of the table of current segments the segmentation's, and where
   * a window is compared with the one before it, those of the windows that follow too.
   */
  private void clear() {
    for (String table : TABLES) {
      Map<String, List<?>> partitions = new HashMap<>();
      partitions.put("segmentation", List.of(settings.segmentation()));
      if (!table.equals(CURRENT)) {
        partitions.put(
            "window_end", OF_TWO_WINDOWS.contains(table) ? succession.changed() : ends());
      }
      draft.clearPartitions(table, partitions);
    }
  }

  /** The last window with the latest one that was published of the same segmentation. */
  private void compare() {
    Window last = windows.get(windows.size() - 1);
    published
        .latestEnd()
        .ifPresent(
            before -> {
              for (String table : COMPARED) {
                draft.compare(table, windowEnding(last.end()), windowEnding(before));
              }
            });
  }

  private Condition windowEnding(LocalDate end) {
    return Condition.of(
        "segmentation = ${segmentation} AND window_end = ${end}",
        Map.of("segmentation", settings.segmentation(), "end", end));
  }

  private List<Segments> compute(WorkFiles files) {
    Map<String, Object> values = parameters();
    values.put("sample_path", files.samplePath());
    values.put("sample_size", settings.clusters().sampleSize());
    BoundLibrary library = library(values).choosing("window_members", "computed");
    draft
        .batch()
        .run(
            "Compute customer features",
            library.script("segments/customer_features"),
            library.script("segments/customer_category_share"),
            library.script("segments/training_sample"));
    List<WindowSample> samples =
        WindowSample.read(WorkFiles.lines(files.samplePath()), windows, settings.features());
    List<Fit> fits = fitting(files).fit(samples);
    SegmentChain chain =
        new SegmentChain(published.segments(), settings.clusters(), published.fitHash());
    List<Segments> segments = new ArrayList<>();
    for (int i = 0; i < fits.size(); i++) {
      segments.add(chain.add(samples.get(i), fits.get(i)));
    }
    assign(segments);
    return segments;
  }

  private ModelFitting fitting(WorkFiles files) {
    SqlSession streaming = draft.streaming();
    OtherAlgorithms others =
        new OtherAlgorithms(
            Map.of(
                Algorithm.AGGLOMERATIVE, new AgglomerativeTrainer(streaming, draft.library()),
                Algorithm.GAUSSIAN_MIXTURE, new GaussianMixture(),
                Algorithm.DBSCAN, new Dbscan()));
    return new ModelFitting(
        settings.clusters(),
        new KMeansTrainer(streaming, draft.library(), files),
        others,
        draft.id());
  }

  private void assign(List<Segments> windowSegments) {
    Registry registry = new Registry(draft, settings, published);
    windowSegments.forEach(registry::add);
    registry.write();
    Map<String, Object> values = parameters();
    values.put("neighbour_ends", orElse(succession.neighbours(), Window.BEGINNING));
    List<Tuple> steps = steps(windowSegments);
    values.put("steps", orElse(steps, NO_STEP));
    define("nearest_segment", new NearestSegment(registry.assigners()));
    define("customer_features_of", new FeatureValues(registry.models()));
    SqlSession session = draft.batch();
    session.define(
        "segment_traits", session.tables().fromValues(Registry.TRAITS, registry.traits()));
    BoundLibrary library =
        library(values)
            .choosing("window_members", "written")
            .choosing("decided_segments", published.hasOverrides() ? "by_people" : "by_model");
    session.computeOnce("nearest_segments", library.view("nearest_segments"));
    List<String> inserts = new ArrayList<>(ASSIGNED);
    if (published.hasOverrides()) {
      inserts.add("segments.override_outcome");
    }
    if (!steps.isEmpty()) {
      inserts.addAll(OF_TWO_WINDOWS);
    }
    Script[] scripts =
        inserts.stream()
            .map(table -> library.script(table.replace('.', '/')))
            .toArray(Script[]::new);
    session.runShared("Assign customers to segments", scripts);
  }

  /** Those between windows that have customers. */
  private List<Tuple> steps(List<Segments> windowSegments) {
    Set<LocalDate> empty =
        windowSegments.stream()
            .filter(segments -> segments.model().size() == 0)
            .map(segments -> segments.window().end())
            .collect(Collectors.toSet());
    return succession.steps(empty).stream().map(Segmentation::row).toList();
  }

  private boolean needsPurchases() {
    return FeatureSpace.hasBehaviour(settings.features().features());
  }

  private BoundLibrary library(Map<String, Object> values) {
    boolean hasDemographics = FeatureSpace.hasDemographics(settings.features().features());
    return draft
        .library()
        .bind(values)
        .choosing("window_customers", needsPurchases() ? "shoppers" : "described")
        .choosing("customer_points", hasDemographics ? "demographics" : "behaviour");
  }

  private Map<String, Object> parameters() {
    PopulationSettings population = settings.population();
    Map<String, Object> values = new HashMap<>();
    values.put("segmentation", settings.segmentation());
    values.put("windows", windows.stream().map(Segmentation::row).toList());
    values.put("window_ends", ends());
    values.put("last_end", windows.get(windows.size() - 1).end());
    values.put("anywhere", population.countries().isEmpty());
    values.put(
        "countries", population.countries().isEmpty() ? List.of("") : population.countries());
    values.put("minimum_orders", population.minimumOrders());
    values.put("includes_bulk_buyers", population.includesBulkBuyers());
    values.put("bulk_factor", population.bulkFactor());
    values.put("needs_purchases", needsPurchases());
    return values;
  }

  private static Tuple row(Window window) {
    return Tuple.of(window.start(), window.end());
  }

  private List<LocalDate> ends() {
    return windows.stream().map(Window::end).toList();
  }

  /** A window's bounds, and the end of the one before it. */
  private static Tuple row(Succession.Step step) {
    Window window = step.window();
    return Tuple.of(window.start(), window.end(), step.previousEnd());
  }

  /** SQL has no empty list: one thing that is not there instead. */
  private static <T> List<T> orElse(List<T> several, T nothing) {
    return several.isEmpty() ? List.of(nothing) : several;
  }

  private void define(String name, UserDefinedFunction function) {
    StreamTableEnvironment tables = draft.batch().tables();
    tables.dropTemporarySystemFunction(name);
    tables.createTemporarySystemFunction(name, function);
  }
}
