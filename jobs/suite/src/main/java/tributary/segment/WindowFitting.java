package tributary.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tributary.config.ClusterSettings;

/**
 * The fitting of one window, in rounds: each asks for a training and is told what it gave. Several
 * random starts are tried, of which the lowest sum of squares is kept. When each of them lost a
 * cluster, more starts are tried, and then one segment less.
 */
final class WindowFitting {
  private static final int MORE_SEEDS = 4;
  private static final int FEWEST = 2;
  private static final int MOST = 8;

  private final ClusterSettings settings;
  private final WindowSample window;
  private final int distinct;
  private final List<FittedCandidate> fitted = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private List<Candidate> pending;
  private boolean hasTriedMore;
  private Fit fit;

  WindowFitting(ClusterSettings settings, WindowSample window) {
    this.settings = settings;
    this.window = window;
    this.distinct = window.sample().distinct(settings.k().orElse(MOST));
    this.pending = first();
    noteHowFew();
    if (pending.isEmpty()) {
      finishTrivially();
    }
  }

  /** What is to be fitted next; nothing when the fit is there. */
  Optional<Training> training() {
    return pending.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Training(
                window.window().end().toString(), window.space(), window.sample(), pending));
  }

  /** Takes the results of the training that was asked for. */
  void accept(FittingLog log) {
    Scaling scaling = log.scaling(training().orElseThrow().origin());
    List<FittedCandidate> evaluated =
        log.candidates().entrySet().stream()
            .map(
                entry ->
                    FittedCandidate.evaluate(
                        entry.getKey(), entry.getValue(), scaling, window.sample()))
            .toList();
    fitted.addAll(evaluated);
    for (FittedCandidate each : evaluated) {
      each.problem().ifPresent(problem -> notes.add(each.candidate() + " dropped: " + problem));
    }
    Optional<FittedCandidate> best = best(evaluated);
    if (best.isPresent()) {
      finish(best.get(), scaling);
      return;
    }
    tryOtherwise();
  }

  /** The outcome, once there is no more training. */
  Fit fit() {
    return fit;
  }

  private List<Candidate> first() {
    int most = settings.k().orElse(MOST);
    List<Candidate> candidates = new ArrayList<>();
    for (int k = settings.k().orElse(FEWEST); k <= most; k++) {
      int possible = Math.min(k, distinct);
      if (possible >= FEWEST && (possible == k || settings.k().isPresent())) {
        candidates.addAll(Candidate.of(possible, settings.firstSeed(), settings.seeds()));
      }
    }
    return candidates;
  }

  private void noteHowFew() {
    if (window.sample().size() == 0) {
      notes.add("no customer has a sale in the window, so there are no segments");
    } else if (distinct < settings.k().orElse(FEWEST)) {
      notes.add(
          "%d instead of %d segments: that is how many of the %d customers differ in %s"
              .formatted(
                  distinct,
                  settings.k().orElse(FEWEST),
                  window.sample().size(),
                  String.join(", ", window.space().names())));
    }
  }

  private Optional<FittedCandidate> best(List<FittedCandidate> evaluated) {
    return evaluated.stream()
        .filter(each -> each.problem().isEmpty())
        .min(
            Comparator.comparingDouble(FittedCandidate::wcss)
                .thenComparing(FittedCandidate::candidate));
  }

  private void finish(FittedCandidate best, Scaling scaling) {
    pending = List.of();
    fit =
        new Fit(
            new SegmentModel(window.space(), scaling, best.clusters()),
            Optional.of(best.candidate()),
            fitted,
            best.wcss(),
            notes);
  }

  /** Every start lost a cluster: more starts for as many segments, then one segment less. */
  private void tryOtherwise() {
    int k = pending.get(pending.size() - 1).k();
    if (!hasTriedMore) {
      hasTriedMore = true;
      pending =
          Candidate.of(k, settings.firstSeed() + settings.seeds(), MORE_SEEDS * settings.seeds());
      return;
    }
    notes.add("%d instead of %d segments: every start for %2$d lost a cluster".formatted(k - 1, k));
    hasTriedMore = false;
    if (k == FEWEST) {
      finishTrivially();
      return;
    }
    pending = Candidate.of(k - 1, settings.firstSeed(), settings.seeds());
  }

  /** A model of at most one cluster, which needs no fitting. */
  private void finishTrivially() {
    pending = List.of();
    Sample sample = window.sample();
    Scaling scaling = sample.scaling(window.space());
    List<double[]> centroids =
        sample.size() == 0 ? List.of() : List.of(new double[window.space().size()]);
    Clusters clusters = new Clusters(centroids);
    double wcss =
        sample.size() == 0
            ? 0
            : FittedCandidate.evaluate(
                    new Candidate(1, settings.firstSeed()), clusters, scaling, sample)
                .wcss();
    SegmentModel model = new SegmentModel(window.space(), scaling, clusters);
    fit = new Fit(model, Optional.empty(), fitted, wcss, notes);
  }
}
