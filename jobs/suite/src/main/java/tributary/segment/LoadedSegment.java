package tributary.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tributary.config.ClusterSettings;

/**
 * A segment with so many customers that it is tried to be split in two: KMeans with k = 2 among its
 * customers alone, whose two centroids then take the place of its one.
 *
 * @param window the sample
 * @param cluster the segment's index
 * @param model the model that it is of
 * @param members its customers' points
 */
record LoadedSegment(WindowSample window, int cluster, FittedCandidate model, Sample members) {
  /** The largest segment of a model. */
  static LoadedSegment of(WindowSample window, FittedCandidate model) {
    int[] sizes = model.partition().orElseThrow().sizes();
    int largest = 0;
    for (int i = 1; i < sizes.length; i++) {
      largest = sizes[i] > sizes[largest] ? i : largest;
    }
    int[] labels = model.partition().orElseThrow().labels();
    List<String> customers = new ArrayList<>();
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == largest) {
        customers.add(window.sample().customers().get(i));
        points.add(window.sample().points()[i]);
      }
    }
    Sample members = new Sample(customers, points.toArray(double[][]::new));
    return new LoadedSegment(window, largest, model, members);
  }

  /** What finds its two parts; without a candidate when its customers are all equal. */
  Training training(String name, ClusterSettings settings) {
    List<Candidate> candidates =
        members.distinct(2) < 2
            ? List.of()
            : Candidate.of(2, settings.firstSeed(), settings.seeds());
    return new Training(name, window.space(), members, candidates);
  }

  /** The model with the best of the splits that were found in it, judged on everybody. */
  FittedCandidate applied(
      Training training, FittingLog log, Scaling scaling, double[][] scaled, String scope) {
    Scaling own = log.scaling(training.origin());
    Candidate candidate =
        new Candidate(Candidate.SPLIT, model.candidate().k() + 1, model.candidate().seed());
    return log.candidates().values().stream()
        .filter(Clusters::isFinite)
        .map(halves -> replaced(halves, own, scaling))
        .map(clusters -> FittedCandidate.assign(candidate, scope, clusters, scaled))
        .map(each -> each.judged(scaled))
        .min(FittedCandidate.BEST_FIRST)
        .orElseGet(
            () ->
                FittedCandidate.failed(
                    candidate, scope, model.clusters(), "its customers cannot be told apart"));
  }

  private Clusters replaced(Clusters halves, Scaling own, Scaling scaling) {
    List<double[]> centroids = new ArrayList<>(model.clusters().centroids());
    centroids.remove(cluster);
    for (double[] half : halves.centroids()) {
      double[] point = new double[half.length];
      for (int j = 0; j < point.length; j++) {
        point[j] = own.unscale(half[j], j);
      }
      centroids.add(scaling.scale(point));
    }
    return new Clusters(centroids);
  }

  /** What came of it. */
  String sentence(
      FittedCandidate finer,
      FittedCandidate flat,
      Optional<FittedCandidate> rival,
      boolean isTaken) {
    return String.format(
        Locale.ROOT,
        "one segment has %.0f %% of the customers; split in two: silhouette %.3f, against %.3f of"
            + " %d segments%s; %s",
        100.0 * members.size() / window.sample().size(),
        finer.silhouette(),
        flat.silhouette(),
        flat.candidate().k(),
        rival
            .map(
                each ->
                    String.format(
                        Locale.ROOT,
                        " and %.3f of %d at once",
                        each.silhouette(),
                        each.candidate().k()))
            .orElse(""),
        isTaken ? "the split is taken" : "the segment stays whole");
  }
}
