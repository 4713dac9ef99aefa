package tributary.app;

import static java.util.Objects.requireNonNull;

import tributary.config.CurateSettings;
import tributary.config.DemoSettings;
import tributary.config.IngestSettings;
import tributary.config.RecommendSettings;
import tributary.config.RunSettings;
import tributary.config.SegmentStepSettings;
import tributary.publish.RunRequest;

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
    throw missing();
  }

  /** Ingests, curates, segments and recommends as one run. */
  void run(RunSettings settings) {
    throw missing();
  }

  /** Reads files into landing. */
  void ingest(IngestSettings settings) {
    throw missing();
  }

  /** Shows what {@link #ingest} would read: the mapped rows and the rejects. */
  void preview(IngestSettings settings, Terminal terminal) {
    throw missing();
  }

  /** Computes the curated tables from landing. */
  void curate(CurateSettings settings) {
    throw missing();
  }

  /** Computes features and segments from curated sales. */
  void segment(SegmentStepSettings settings) {
    throw missing();
  }

  /** Computes recommendations from curated sales. */
  void recommend(RecommendSettings settings) {
    throw missing();
  }

  private IllegalStateException missing() {
    return new IllegalStateException(
        "Cannot run %s on %s: %s has no such step %s"
            .formatted(
                request.command(), workbench.lake().endpoint(), summary.json(), steps.seconds()));
  }
}
