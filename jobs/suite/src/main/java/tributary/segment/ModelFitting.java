package tributary.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tributary.config.SegmentSettings;

/**
 * Fits as many segments as were asked for and the customers allow: several random starts in one
 * job, of which the lowest sum of squares is kept. When each of them lost a cluster, more starts
 * are tried, and then one segment less.
 */
final class ModelFitting {
  private static final int MORE_SEEDS = 4;

  private final SegmentSettings settings;
  private final FeatureSpace space;
  private final KMeansTrainer trainer;
  private final List<FittedCandidate> fitted = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  ModelFitting(SegmentSettings settings, FeatureSpace space, KMeansTrainer trainer) {
    this.settings = settings;
    this.space = space;
    this.trainer = trainer;
  }

  Fit fit(Sample sample) {
    int distinct = sample.distinct(settings.k());
    if (sample.size() == 0) {
      notes.add("no customer has a sale in the window, so there are no segments");
      return trivial(sample, distinct, List.of());
    }
    if (distinct < settings.k()) {
      notes.add(
          "%d instead of %d segments: that is how many of the %d customers differ in %s"
              .formatted(
                  distinct, settings.k(), sample.size(), String.join(", ", space.features())));
    }
    for (int k = distinct; k > 1; k--) {
      Optional<Fit> fit = fit(sample, distinct, k);
      if (fit.isPresent()) {
        return fit.get();
      }
      notes.add(
          "%d instead of %d segments: every start for %d lost a cluster"
              .formatted(k - 1, settings.k(), k));
    }
    return trivial(sample, distinct, List.of(new double[space.size()]));
  }

  private Optional<Fit> fit(Sample sample, int distinct, int k) {
    int more = MORE_SEEDS * settings.seeds();
    return attempt(sample, distinct, Candidate.of(k, settings.firstSeed(), settings.seeds()))
        .or(
            () ->
                attempt(
                    sample,
                    distinct,
                    Candidate.of(k, settings.firstSeed() + settings.seeds(), more)));
  }

  private Optional<Fit> attempt(Sample sample, int distinct, List<Candidate> candidates) {
    FittingLog log = trainer.train(candidates, sample.origin());
    List<FittedCandidate> evaluated =
        log.candidates().entrySet().stream()
            .map(
                entry ->
                    FittedCandidate.evaluate(
                        entry.getKey(), entry.getValue(), log.scaling(), sample))
            .toList();
    fitted.addAll(evaluated);
    for (FittedCandidate each : evaluated) {
      each.problem().ifPresent(problem -> notes.add(each.candidate() + " dropped: " + problem));
    }
    return evaluated.stream()
        .filter(each -> each.problem().isEmpty())
        .min(
            Comparator.comparingDouble(FittedCandidate::wcss)
                .thenComparing(FittedCandidate::candidate))
        .map(
            best ->
                new Fit(
                    new SegmentModel(space, log.scaling(), best.clusters()),
                    Optional.of(best.candidate()),
                    fitted,
                    best.wcss(),
                    sample.size(),
                    distinct,
                    notes));
  }

  /** A model of at most one cluster, which needs no fitting. */
  private Fit trivial(Sample sample, int distinct, List<double[]> centroids) {
    Scaling scaling =
        sample.size() == 0
            ? new Scaling(new double[space.size()], new double[space.size()])
            : sample.scaling();
    Clusters clusters = new Clusters(centroids);
    double wcss =
        sample.size() == 0
            ? 0
            : FittedCandidate.evaluate(
                    new Candidate(1, settings.firstSeed()), clusters, scaling, sample)
                .wcss();
    SegmentModel model = new SegmentModel(space, scaling, clusters);
    return new Fit(model, Optional.empty(), fitted, wcss, sample.size(), distinct, notes);
  }
}
