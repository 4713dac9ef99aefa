package tributary.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tributary.config.ClusterSettings;

/** Fits the models of several windows in as few jobs as their number of candidates allows. */
final class ModelFitting {
  /** Fits of one job; a job of more is slower than two, for each fit is a loop of its own. */
  private static final int FITS_PER_JOB = 25;

  private final ClusterSettings settings;
  private final KMeansTrainer trainer;
  private final OtherAlgorithms others;
  private final String runId;

  ModelFitting(
      ClusterSettings settings, KMeansTrainer trainer, OtherAlgorithms others, String runId) {
    this.runId = runId;
    this.settings = settings;
    this.trainer = trainer;
    this.others = others;
  }

  /** One fit for each window, in their order. */
  List<Fit> fit(List<WindowSample> windows) {
    List<WindowFitting> fittings =
        windows.stream().map(window -> new WindowFitting(settings, window, others, runId)).toList();
    List<WindowFitting> open = unfinished(fittings);
    while (!open.isEmpty()) {
      jobs(open).forEach(this::train);
      open = unfinished(open);
    }
    return fittings.stream().map(WindowFitting::fit).toList();
  }

  private static List<WindowFitting> unfinished(List<WindowFitting> fittings) {
    return fittings.stream().filter(fitting -> !fitting.trainings().isEmpty()).toList();
  }

  private static List<List<WindowFitting>> jobs(List<WindowFitting> fittings) {
    List<List<WindowFitting>> jobs = new ArrayList<>();
    int fits = 0;
    for (WindowFitting fitting : fittings) {
      int more = fitting.trainings().stream().mapToInt(each -> each.candidates().size()).sum();
      if (jobs.isEmpty() || fits + more > FITS_PER_JOB) {
        jobs.add(new ArrayList<>());
        fits = 0;
      }
      jobs.get(jobs.size() - 1).add(fitting);
      fits += more;
    }
    return jobs;
  }

  private void train(List<WindowFitting> fittings) {
    List<Training> trainings =
        fittings.stream().flatMap(fitting -> fitting.trainings().stream()).toList();
    Map<String, FittingLog> logs = trainer.train(trainings);
    fittings.forEach(fitting -> fitting.accept(logs));
  }
}
