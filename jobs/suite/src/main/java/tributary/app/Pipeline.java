package tributary.app;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.app.Intake.Delivery;
import tributary.config.CurateSettings;
import tributary.config.DemoSettings;
import tributary.config.IngestSettings;
import tributary.config.RecommendSettings;
import tributary.config.ReportPageSettings;
import tributary.config.RunSettings;
import tributary.config.SegmentStepSettings;
import tributary.config.UserError;
import tributary.curate.Curation;
import tributary.curate.Curation.Curated;
import tributary.curate.Demographics;
import tributary.curate.FileFacts.Content;
import tributary.curate.Landing;
import tributary.generate.GeneratedFiles;
import tributary.insight.Insight;
import tributary.insight.report.Report;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.AuditResult;
import tributary.publish.Draft;
import tributary.publish.Run;
import tributary.publish.RunRequest;
import tributary.publish.Workplace;
import tributary.recommend.Recommendation;
import tributary.recommend.Recommended;
import tributary.segment.Segmentation;
import tributary.segment.SegmentationOutcome;
import tributary.segment.WindowCalendar;

/** The steps from raw files to published tables, on an open lake. */
final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /** The tables that {@code run} writes. */
  private static final List<String> ALL_TABLES =
      Stream.of(
              Landing.TABLES,
              Curation.TABLES,
              Segmentation.TABLES,
              Recommendation.TABLES,
              Insight.TABLES)
          .flatMap(List::stream)
          .toList();

  private final Workbench workbench;
  private final RunRequest request;
  private final Steps steps;
  private final Summary summary;
  private final Intake intake;

  /**
   * @param request what is recorded of the command
   * @param summary takes the figures of each step
   */
  Pipeline(Workbench workbench, RunRequest request, Steps steps, Summary summary) {
    this.workbench = requireNonNull(workbench, "workbench is null");
    this.request = requireNonNull(request, "request is null");
    this.steps = requireNonNull(steps, "steps is null");
    this.summary = requireNonNull(summary, "summary is null");
    this.intake = new Intake(workbench.library(), steps, summary);
  }

  /** Generates the synthetic retailer and runs everything on its files. */
  void demo(DemoSettings settings) {
    GeneratedFiles files = GenerateCommand.generate(settings.retailer(), steps, summary);
    run(settings.run(files.transactions().getParent().toString()));
  }

  /** Ingests, curates, segments, recommends and adds up, and publishes all of it together. */
  void run(RunSettings settings) {
    Delivery delivery = intake.inspect(settings.ingest());
    intake.warn(delivery);
    try (Run run = start(ALL_TABLES, delivery)) {
      intake.land(run, delivery, settings.ingest());
      Curated curated = compute(run, settings);
      publish(run);
      if (curated.lastSale().isEmpty() && curated.linesRead() > 0) {
        throw new UserError(
            "Cannot segment customers: no line became a sale (%s)"
                .formatted(whyNoSales(curated.rejects())));
      }
    }
    report(settings.page());
  }

  /** What was published stays so when the page cannot be written. */
  private void report(ReportPageSettings settings) {
    if (settings.output().isEmpty() || request.publishing().needsApproval()) {
      return;
    }
    Path file = settings.output().get();
    try {
      steps.run("report", () -> Report.write(workbench.lake(), settings.customers(), file));
      summary.add("report", file.toString());
    } catch (RuntimeException e) {
      LOG.error("Cannot make the report", e);
      summary.add("report", "none: " + e.getMessage());
    }
  }

  /** All that follows ingestion. */
  Curated compute(Draft draft, RunSettings settings) {
    Curated curated = curate(draft, false);
    if (curated.lastSale().isPresent()) {
      LocalDate dayAfter = curated.lastSale().get().plusDays(1);
      segment(draft, settings.segment(), settings.segment().asOf().orElse(dayAfter));
      recommend(draft, settings.recommend());
    } else if (curated.linesRead() == 0) {
      summary.add("next", "segments, recommendations and marts wait for transactions");
    }
    marts(draft, curated.lastSale());
    return curated;
  }

  private static String whyNoSales(Map<String, Long> rejects) {
    if (rejects.isEmpty()) {
      return "none was rejected; the kinds of curated.sales say what they are";
    }
    return rejects.entrySet().stream()
        .map(reason -> "%s: %s lines".formatted(reason.getKey(), reason.getValue()))
        .collect(Collectors.joining("; ", "rejected, ", "; curated.rejects has each value"));
  }

  Delivery inspect(IngestSettings settings) {
    return intake.inspect(settings);
  }

  /** Reads files into landing. */
  void ingest(IngestSettings settings) {
    Delivery delivery = intake.inspect(settings);
    intake.warn(delivery);
    if (intake.unseen(published("landing.files"), delivery, settings).isEmpty()) {
      intake.tell(delivery, 0);
      return;
    }
    try (Run run = start(Landing.TABLES, delivery)) {
      intake.land(run, delivery, settings);
      publish(run);
    }
  }

  /**
   * Takes a file out of what the next curation reads.
   *
   * @param number which one of that name
   */
  void withdraw(String name, Optional<Long> number) {
    try (Run run = start(Landing.TABLES)) {
      String withdrawn = Landing.withdraw(run, name, number);
      publish(run);
      summary.add("withdrawn", withdrawn);
      summary.add("next", "the next run or curate leaves out its lines");
    }
  }

  private List<Map<String, Object>> published(String table) {
    TableName name = TableName.of(table);
    return workbench.lake().exists(name) ? workbench.lake().rows(name, Lake.MAIN) : List.of();
  }

  /** Computes the curated tables from landing. */
  void curate(CurateSettings settings) {
    try (Run run = start(Curation.TABLES)) {
      curate(run, settings.isFull());
      publish(run);
    }
  }

  Curated curate(Draft draft, boolean isFull) {
    Curated curated = steps.get("curate", () -> Curation.curate(draft, isFull));
    report(draft, curated);
    return curated;
  }

  /** Computes features and segments from curated sales. */
  void segment(SegmentStepSettings settings) {
    try (Run run = start(Segmentation.TABLES)) {
      segment(run, settings);
      publish(run);
    }
  }

  /** Computes recommendations from curated sales. */
  void recommend(RecommendSettings settings) {
    try (Run run = start(Recommendation.TABLES)) {
      recommend(run, settings);
      publish(run);
    }
  }

  /**
   * Computes a recorded run again.
   *
   * @param delivery its files, where they are as they were; else the draft has what was landed
   */
  void replay(Draft draft, Optional<Delivery> delivery, RecordedCommand recorded) {
    if (delivery.isPresent()) {
      recorded.ingest().ifPresent(settings -> intake.land(draft, delivery.get(), settings));
    }
    recorded.steps().accept(this, draft);
  }

  void segment(Draft draft, SegmentStepSettings settings) {
    segment(draft, settings, lastEnd(draft, settings));
  }

  /** The latest boundary of the calendar before which all is sold, unless another day is asked. */
  private static LocalDate lastEnd(Draft draft, SegmentStepSettings settings) {
    Period every = settings.segment().windows().every();
    return settings
        .asOf()
        .or(
            () ->
                Curation.lastSale(draft)
                    .map(day -> WindowCalendar.latestBoundary(every, day.plusDays(1))))
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot segment customers: the lake has no sale yet; run ingest and curate, or"
                        + " give --as-of to segment them by demographics alone"));
  }

  private void segment(Draft draft, SegmentStepSettings settings, LocalDate lastEnd) {
    SegmentationOutcome outcome =
        steps.get(
            "segment",
            () ->
                Segmentation.compute(
                    draft, settings.segment(), lastEnd, workbench.workDirectory().toString()));
    summary.add("segmented_as_of", lastEnd.toString());
    summary.add("windows_computed", outcome.windows().size());
    if (!outcome.skipped().isEmpty()) {
      summary.add(
          "windows_up_to_date",
          "%s, published of the same files and settings before; --recompute makes them again"
              .formatted(outcome.skipped().size()));
    }
    summary.table("segments", segments(draft, settings.segment().segmentation(), lastEnd));
    List<String> notes =
        outcome.windows().stream().flatMap(window -> window.notes().stream()).distinct().toList();
    if (!notes.isEmpty()) {
      summary.add("notes", String.join("; ", notes));
    }
  }

  private static List<Map<String, Object>> segments(
      Draft draft, String segmentation, LocalDate windowEnd) {
    return draft.rows("segments.segment_profile").stream()
        .filter(row -> segmentation.equals(row.get("segmentation")))
        .filter(row -> windowEnd.equals(row.get("window_end")))
        .map(
            row -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("segment", row.get("segment_name"));
              shown.put("standing", Boolean.TRUE.equals(row.get("is_golden")) ? "golden" : "");
              shown.put("customers", row.get("customers"));
              shown.put("description", row.get("description"));
              return shown;
            })
        .toList();
  }

  void recommend(Draft draft, RecommendSettings settings) {
    Recommended recommended =
        steps.get(
            "recommend",
            () ->
                Recommendation.recommend(
                    draft, settings, workbench.workDirectory().toString(), steps::progress));
    if (!recommended.searched().isEmpty()) {
      summary.add("parameters", String.join("\n  ", recommended.searched()));
      summary.table("best_parameters", recommended.combinations());
    }
    recommended.judgement().ifPresent(sentence -> summary.add("recommender", sentence));
    summary.add("recommendations", draft.rowCount("recommendations.customer_product"));
  }

  /** Computes business figures from curated sales. */
  void marts() {
    try (Run run = start(Insight.TABLES)) {
      marts(run, Curation.lastSale(run));
      publish(run);
    }
  }

  void marts(Draft draft, Optional<LocalDate> lastSale) {
    steps.run("marts", () -> Insight.compute(draft, lastSale));
  }

  private void report(Draft draft, Curated curated) {
    summary.add("lines_in_the_lake", curated.linesRead());
    summary.add("duplicates", curated.duplicates());
    if (curated.updates() > 0) {
      summary.add("of_them_updates_of_earlier_lines", curated.updates());
    }
    summary.group("lines_by_kind", curated.kinds());
    summary.group("rejects_by_reason", curated.rejects());
    if (!curated.placeholders().isEmpty()) {
      summary.group("anonymous_by_placeholder", curated.placeholders());
    }
    long offsets = Curation.ignoredOffsets(draft);
    if (offsets > 0) {
      summary.add("offsets_ignored", "%s times; IN_ZONE would use them".formatted(offsets));
    }
    summary.add("customers", draft.rowCount("curated.customers"));
    summary.add("products", draft.rowCount("curated.products"));
    report(curated.demographics());
  }

  private void report(Demographics demographics) {
    if (demographics.linesRead() > 0) {
      summary.add("lines_of_customers_files", demographics.linesRead());
      summary.add("customers_with_demographics", demographics.customers());
      summary.add("lines_superseded_by_later_ones", demographics.superseded());
      summary.group("customer_rejects_by_reason", demographics.rejects());
    }
  }

  private void publish(Run run) {
    List<AuditResult> results = steps.get("publish", run::publish);
    summary.add("run", run.id());
    List<String> warnings =
        results.stream()
            .filter(result -> !result.passed())
            .map(result -> result.table() + ": " + result.message())
            .toList();
    summary.add("checks_passed", results.size() - warnings.size());
    if (!warnings.isEmpty()) {
      summary.add("warnings", String.join("\n  ", warnings));
    }
    if (request.publishing().needsApproval()) {
      summary.add(
          "waits_for", "tributary publish %s, or tributary reject %1$s".formatted(run.id()));
    }
  }

  /** A run in whose course no customers file is taken in. */
  private Run start(List<String> tables) {
    return start(tables, published("landing.files").stream().anyMatch(Content.CUSTOMERS::isOf));
  }

  private Run start(List<String> tables, Delivery delivery) {
    return delivery.hasCustomers() ? start(tables, true) : start(tables);
  }

  private Run start(List<String> tables, boolean hasCustomersFiles) {
    List<String> concerned = new ArrayList<>(tables);
    if (!hasCustomersFiles) {
      concerned.removeAll(Curation.CUSTOMERS_FILES_TABLES);
    }
    return steps.get("prepare", () -> Run.start(workplace(), request, concerned));
  }

  private Workplace workplace() {
    return workbench.workplace(steps::progress, steps::notice);
  }
}
