package tributary.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tributary.config.ClusterSettings;
import tributary.config.ClusterSettings.Algorithm;
import tributary.segment.cluster.KChoice;
import tributary.segment.cluster.Partition;
import tributary.segment.cluster.Stability;

/**
 * The fitting of one window, in rounds: each asks for trainings of KMeans and is told what they
 * gave. Of each number of segments several random starts are tried, of which the lowest sum of
 * squares is kept. When each of them lost a cluster, more starts are tried, and then one segment
 * less. A segment with too many customers is tried to be split.
 */
final class WindowFitting {
  private static final int MORE_SEEDS = 4;
  private static final int FEWEST = 2;

  private final ClusterSettings settings;
  private final WindowSample window;
  private final OtherAlgorithms others;
  private final String runId;
  private final int distinct;
  private final List<FittedCandidate> fitted = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private List<Candidate> pending;
  private LoadedSegment split;
  private boolean hasTriedMore;
  private Scaling scaling;
  private double[][] scaled;
  private FittedCandidate best;
  private String choice = "";
  private Fit fit;

  WindowFitting(
      ClusterSettings settings, WindowSample window, OtherAlgorithms others, String runId) {
    this.runId = runId;
    this.settings = settings;
    this.window = window;
    this.others = others;
    this.distinct = window.sample().distinct(settings.most());
    this.pending = first();
    noteHowFew();
    if (pending.isEmpty()) {
      finishTrivially();
    }
  }

  /** What is to be fitted next; nothing when the fit is there. */
  List<Training> trainings() {
    List<Training> trainings = new ArrayList<>();
    if (!pending.isEmpty()) {
      trainings.add(new Training(name(), window.space(), window.sample(), pending));
    }
    if (split != null) {
      trainings.add(split.training(name() + "-split", settings));
    }
    return trainings;
  }

  /** Takes the results of the trainings that were asked for, by their names. */
  void accept(Map<String, FittingLog> logs) {
    List<FittedCandidate> evaluated = new ArrayList<>();
    if (!pending.isEmpty()) {
      evaluated.addAll(evaluate(trainings().get(0), logs.get(name())));
    }
    if (split != null) {
      acceptSplit(logs, evaluated);
      return;
    }
    choose(evaluated);
  }

  /** The outcome, once there is no more training. */
  Fit fit() {
    return fit;
  }

  private String name() {
    return window.window().end().toString();
  }

  private List<Candidate> first() {
    List<Candidate> candidates = new ArrayList<>();
    int fewest = Math.min(settings.fewest(), distinct);
    for (int k = Math.max(FEWEST, fewest); k <= Math.min(settings.most(), distinct); k++) {
      candidates.addAll(Candidate.of(k, settings.firstSeed(), settings.seeds()));
    }
    return candidates;
  }

  private void noteHowFew() {
    if (window.sample().size() == 0) {
      notes.add(
          "no customer has a sale in the window, so there are no segments; --as-of names another"
              + " end");
    } else if (distinct < settings.fewest()) {
      notes.add(
          "%s instead of %s segments: that is how many of the %s customers differ in %s"
              .formatted(
                  distinct,
                  settings.fewest(),
                  window.sample().size(),
                  String.join(", ", window.space().names())));
    }
  }

  private List<FittedCandidate> evaluate(Training training, FittingLog log) {
    scaling = log.scaling(training.origin());
    scaled = scaled(scaling);
    List<FittedCandidate> evaluated = new ArrayList<>();
    log.candidates()
        .forEach(
            (candidate, clusters) ->
                evaluated.add(
                    FittedCandidate.assign(candidate, scope(), clusters, scaled).judged(scaled)));
    for (FittedCandidate each : evaluated) {
      each.problem().ifPresent(problem -> notes.add(each.candidate() + " dropped: " + problem));
    }
    return evaluated;
  }

  private double[][] scaled(Scaling by) {
    return Arrays.stream(window.sample().points()).map(by::scale).toArray(double[][]::new);
  }

  private String scope() {
    return window.window().scope();
  }

  private void choose(List<FittedCandidate> evaluated) {
    fitted.addAll(evaluated);
    Optional<FittedCandidate> chosen = settings.isOpen() ? byQuality(evaluated) : bestOf(evaluated);
    if (chosen.isEmpty()) {
      tryOtherwise();
      return;
    }
    best = chosen.get();
    pending = List.of();
    if (best.quality().orElseThrow().largestShare() > settings.loadedShare()) {
      split = LoadedSegment.of(window, best);
      pending = settings.isOpen() ? List.of() : more(best.candidate().k() + 1);
    }
    if (split == null) {
      finish();
    }
  }

  private Optional<FittedCandidate> bestOf(List<FittedCandidate> evaluated) {
    return evaluated.stream().filter(FittedCandidate::isUsable).min(FittedCandidate.BEST_FIRST);
  }

  /** The rule of {@link KChoice}; where it has none, the fewest segments that could be fitted. */
  private Optional<FittedCandidate> byQuality(List<FittedCandidate> evaluated) {
    KChoice chosen =
        KChoice.among(
            evaluated.stream().map(FittedCandidate::trial).toList(),
            KChoice.DEFAULT_SMALLEST_SHARE);
    choice = chosen.sentence();
    int k =
        chosen
            .chosen()
            .map(trial -> trial.k())
            .orElseGet(
                () ->
                    evaluated.stream()
                        .filter(FittedCandidate::isUsable)
                        .mapToInt(each -> each.candidate().k())
                        .min()
                        .orElse(0));
    return bestOf(evaluated.stream().filter(each -> each.candidate().k() == k).toList());
  }

  private List<Candidate> more(int k) {
    return window.sample().distinct(k) < k
        ? List.of()
        : Candidate.of(k, settings.firstSeed(), settings.seeds());
  }

  /** Compares a split with the flat model, and with a flat one of as many segments. */
  private void acceptSplit(Map<String, FittingLog> logs, List<FittedCandidate> flat) {
    fitted.addAll(flat);
    Training training = split.training(name() + "-split", settings);
    FittedCandidate finer =
        split.applied(training, logs.get(training.name()), scaling, scaled, scope());
    fitted.add(finer);
    Optional<FittedCandidate> rival =
        bestOf(
            fitted.stream()
                .filter(each -> each.candidate().algorithm().equals(Candidate.KMEANS))
                .filter(each -> each.candidate().k() == finer.candidate().k())
                .toList());
    boolean isBetter =
        finer.silhouette() > best.silhouette()
            && rival.map(each -> finer.silhouette() > each.silhouette()).orElse(true);
    notes.add(split.sentence(finer, best, rival, isBetter && settings.isOpen()));
    if (isBetter && settings.isOpen()) {
      best = finer;
    }
    pending = List.of();
    split = null;
    finish();
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
    notes.add("%s instead of %s segments: every start for %2$s lost a cluster".formatted(k - 1, k));
    hasTriedMore = false;
    if (k == FEWEST) {
      finishTrivially();
      return;
    }
    pending = Candidate.of(k - 1, settings.firstSeed(), settings.seeds());
  }

  private void finish() {
    FittedCandidate stable =
        best.withStability(
            Stability.of(
                fitted.stream()
                    .filter(each -> each.candidate().algorithm().equals(Candidate.KMEANS))
                    .filter(each -> each.candidate().k() == best.candidate().k())
                    .flatMap(each -> each.partition().stream())
                    .toList()));
    fitted.replaceAll(each -> each == best ? stable : each);
    best = stable;
    OtherAlgorithms.Compared compared = others.compare(settings, window, stable, scaled);
    fitted.addAll(compared.candidates());
    notes.addAll(compared.notes());
    FittedCandidate chosen =
        settings.algorithm() == Algorithm.KMEANS
            ? stable
            : compared.chosen(settings.algorithm()).orElse(stable);
    fit =
        new Fit(
            window.modelId(chosen.candidate(), runId),
            new SegmentModel(window.space(), scaling, chosen.clusters()),
            Optional.of(chosen),
            fitted,
            choice,
            notes);
  }

  /** A model of at most one cluster, which needs no fitting. */
  private void finishTrivially() {
    pending = List.of();
    Sample sample = window.sample();
    scaling = sample.scaling(window.space());
    scaled = scaled(scaling);
    Clusters clusters =
        new Clusters(sample.size() == 0 ? List.of() : List.of(new double[window.space().size()]));
    SegmentModel model = new SegmentModel(window.space(), scaling, clusters);
    Candidate all = new Candidate(Candidate.KMEANS, 1, settings.firstSeed());
    Partition partition = Partition.of(new int[sample.size()], List.of());
    Optional<FittedCandidate> chosen =
        sample.size() == 0
            ? Optional.empty()
            : Optional.of(FittedCandidate.of(all, scope(), clusters, partition).judged(scaled));
    chosen.ifPresent(fitted::add);
    fit = new Fit(window.modelId(all, runId), model, chosen, fitted, choice, notes);
  }
}
