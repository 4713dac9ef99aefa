package tributary.app;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tributary.config.CurateSettings;
import tributary.config.DemoSettings;
import tributary.config.IngestSettings;
import tributary.config.RecommendSettings;
import tributary.config.RunSettings;
import tributary.config.SegmentStepSettings;
import tributary.config.UserError;
import tributary.curate.Curation;
import tributary.curate.Curation.Curated;
import tributary.curate.FileFacts;
import tributary.curate.Landing;
import tributary.curate.Landing.Landed;
import tributary.generate.GeneratedFiles;
import tributary.input.InputFiles;
import tributary.input.InspectedFile;
import tributary.input.SourceProfile;
import tributary.publish.Run;
import tributary.publish.RunRequest;
import tributary.recommend.Recommendation;
import tributary.segment.Segmentation;
import tributary.segment.SegmentationOutcome;

/** The steps from raw files to published tables, on an open lake. */
final class Pipeline {
  private final Workbench workbench;
  private final RunRequest request;
  private final Steps steps;
  private final Summary summary;

  /**
   * @param request what is recorded of the command
   * @param summary takes the figures of each step
   */
  Pipeline(Workbench workbench, RunRequest request, Steps steps, Summary summary) {
    this.workbench = requireNonNull(workbench, "workbench is null");
    this.request = requireNonNull(request, "request is null");
    this.steps = requireNonNull(steps, "steps is null");
    this.summary = requireNonNull(summary, "summary is null");
  }

  /** Generates the synthetic retailer and runs everything on its files. */
  void demo(DemoSettings settings) {
    GeneratedFiles files = GenerateCommand.generate(settings.retailer(), steps, summary);
    run(
        new RunSettings(
            "generated",
            files.transactions().toString(),
            false,
            settings.segment(),
            settings.recommend()));
  }

  /** Ingests, curates, segments and recommends; what follows ingestion is published together. */
  void run(RunSettings settings) {
    ingest(settings.ingest());
    List<String> tables =
        Stream.of(Curation.TABLES, Segmentation.TABLES, Recommendation.TABLES)
            .flatMap(List::stream)
            .toList();
    try (Run run = start(tables)) {
      Curated curated = steps.get("curate", () -> Curation.curate(run, false));
      report(run, curated);
      if (curated.lastSale().isEmpty()) {
        publish(run);
        throw new UserError(
            "Cannot segment customers: no line became a sale (%s)"
                .formatted(whyNoSales(curated.rejects())));
      }
      segment(run, settings.segment(), curated::lastSale);
      recommend(run, settings.recommend());
      publish(run);
    }
  }

  private static String whyNoSales(Map<String, Long> rejects) {
    if (rejects.isEmpty()) {
      return "none was rejected; the kinds of curated.sales say what they are";
    }
    return rejects.entrySet().stream()
        .map(reason -> "%s: %d lines".formatted(reason.getKey(), reason.getValue()))
        .collect(Collectors.joining("; ", "rejected, ", "; curated.rejects has each value"));
  }

  /** Reads files into landing. */
  void ingest(IngestSettings settings) {
    SourceProfile profile = SourceProfile.load(workbench.library(), settings.source());
    List<InspectedFile> files =
        steps.get("inspect", () -> profile.inspect(InputFiles.resolve(settings.input())));
    List<FileFacts> transactions =
        facts(files.stream().filter(InspectedFile::holdsTransactions).toList());
    List<FileFacts> unseen =
        settings.replaces()
            ? transactions
            : Landing.unseen(workbench.lake(), profile.name(), transactions);
    summary.add("files", transactions.size());
    summary.add("files_seen_before", transactions.size() - unseen.size());
    if (unseen.isEmpty()) {
      summary.add("lines_read", 0L);
      return;
    }
    Landing.Options options =
        new Landing.Options(profile.name(), profile.equalLinesAreReal(), settings.replaces());
    try (Run run = start(Landing.TABLES)) {
      Landed landed =
          steps.get(
              "ingest",
              () -> {
                profile.register(run.batch().tables(), without(files, transactions, unseen));
                return Landing.land(run, unseen, options);
              });
      summary.add("lines_read", landed.lines());
      publish(run);
    }
  }

  /** The files to read: those beside the transactions, and the transactions not seen before. */
  private static List<InspectedFile> without(
      List<InspectedFile> files, List<FileFacts> transactions, List<FileFacts> unseen) {
    List<FileFacts> seen = new ArrayList<>(transactions);
    seen.removeAll(unseen);
    return files.stream().filter(file -> !seen.contains(facts(file))).toList();
  }

  private static List<FileFacts> facts(List<InspectedFile> files) {
    return files.stream().map(Pipeline::facts).toList();
  }

  private static FileFacts facts(InspectedFile file) {
    return new FileFacts(file.name(), file.sha256(), file.bytes());
  }

  /** Computes the curated tables from landing. */
  void curate(CurateSettings settings) {
    try (Run run = start(Curation.TABLES)) {
      report(run, steps.get("curate", () -> Curation.curate(run, settings.isFull())));
      publish(run);
    }
  }

  /** Computes features and segments from curated sales. */
  void segment(SegmentStepSettings settings) {
    try (Run run = start(Segmentation.TABLES)) {
      segment(run, settings, () -> Curation.lastSale(run));
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

  private void segment(
      Run run, SegmentStepSettings settings, Supplier<Optional<LocalDate>> lastSale) {
    LocalDate windowEnd =
        settings
            .asOf()
            .or(() -> lastSale.get().map(day -> day.plusDays(1)))
            .orElseThrow(
                () ->
                    new UserError(
                        "Cannot segment customers: the lake has no sale yet; run ingest and curate"));
    SegmentationOutcome outcome =
        steps.get(
            "segment",
            () ->
                Segmentation.compute(
                    run, settings.segment(), windowEnd, workbench.workDirectory().toString()));
    summary.add("segmented_as_of", windowEnd.toString());
    summary.table("segments", segments(run, settings.segment().segmentation(), windowEnd));
    if (!outcome.notes().isEmpty()) {
      summary.add("notes", String.join("; ", outcome.notes()));
    }
  }

  private static List<Map<String, Object>> segments(
      Run run, String segmentation, LocalDate windowEnd) {
    return run.rows("segments.segment_profile").stream()
        .filter(row -> segmentation.equals(row.get("segmentation")))
        .filter(row -> windowEnd.equals(row.get("window_end")))
        .map(
            row -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("segment", row.get("segment_name"));
              shown.put("customers", row.get("customers"));
              shown.put("description", row.get("description"));
              return shown;
            })
        .toList();
  }

  private void recommend(Run run, RecommendSettings settings) {
    steps.run("recommend", () -> Recommendation.recommend(run, settings));
    summary.add("recommendations", run.rowCount("recommendations.customer_product"));
  }

  private void report(Run run, Curated curated) {
    summary.add("lines_in_the_lake", curated.linesRead());
    summary.add("duplicates", curated.duplicates());
    summary.group("lines_by_kind", curated.kinds());
    summary.group("rejects_by_reason", curated.rejects());
    summary.add("customers", run.rowCount("curated.customers"));
    summary.add("products", run.rowCount("curated.products"));
  }

  private void publish(Run run) {
    steps.run("publish", run::publish);
    summary.add("run", run.id());
  }

  private Run start(List<String> tables) {
    return Run.start(workbench.workplace(), request, tables);
  }
}
