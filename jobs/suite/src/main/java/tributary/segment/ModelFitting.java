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

  ModelFitting(ClusterSettings settings, KMeansTrainer trainer) {
    this.settings = settings;
    this.trainer = trainer;
  }

  /** One fit for each window, in their order. */
  List<Fit> fit(List<WindowSample> windows) {
    List<WindowFitting> fittings =
        windows.stream().map(window -> new WindowFitting(settings, window)).toList();
    List<WindowFitting> open = unfinished(fittings);
    while (!open.isEmpty()) {
      jobs(open).forEach(this::train);
      open = unfinished(open);
    }
    return fittings.stream().map(WindowFitting::fit).toList();
  }

  private static List<WindowFitting> unfinished(List<WindowFitting> fittings) {
    return fittings.stream().filter(fitting -> fitting.training().isPresent()).toList();
  }

  private static List<List<WindowFitting>> jobs(List<WindowFitting> fittings) {
    List<List<WindowFitting>> jobs = new ArrayList<>();
    int fits = FITS_PER_JOB;
    for (WindowFitting fitting : fittings) {
      int more = fitting.training().orElseThrow().candidates().size();
      if (fits + more > FITS_PER_JOB) {
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
        fittings.stream().map(fitting -> fitting.training().orElseThrow()).toList();
    Map<String, FittingLog> logs = trainer.train(trainings);
    for (int i = 0; i < fittings.size(); i++) {
      fittings.get(i).accept(logs.get(trainings.get(i).name()));
    }
  }
}
