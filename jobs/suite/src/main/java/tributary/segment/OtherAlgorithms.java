package tributary.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import tributary.config.ClusterSettings;
import tributary.config.ClusterSettings.Algorithm;
import tributary.segment.cluster.Partition;
import tributary.segment.cluster.SampleClustering;
import tributary.segment.cluster.Stability;

/**
 * Tries other algorithms beside KMeans, all on the same few customers of the sample, since they
 * grow with the square of them; KMeans is judged on them too.
 */
final class OtherAlgorithms {
  /** Customers that the algorithms see at most. */
  static final int CUSTOMERS = AgglomerativeTrainer.LIMIT;

  private static final int RUNS = 3;

  private final Map<Algorithm, SampleClustering> algorithms;

  OtherAlgorithms(Map<Algorithm, SampleClustering> algorithms) {
    this.algorithms = Map.copyOf(algorithms);
  }

  /**
   * What was tried.
   *
   * @param candidates judged on the same customers
   * @param models what an algorithm's groups become on the whole sample: everybody is put to the
   *     nearest of their centroids
   */
  record Compared(
      List<FittedCandidate> candidates,
      Map<Algorithm, FittedCandidate> models,
      List<String> notes) {
    Optional<FittedCandidate> chosen(Algorithm algorithm) {
      return Optional.ofNullable(models.get(algorithm)).filter(FittedCandidate::isUsable);
    }
  }

  /**
   * @param kmeans what KMeans gave
   * @param scaled the whole sample
   */
  Compared compare(
      ClusterSettings settings, WindowSample window, FittedCandidate kmeans, double[][] scaled) {
    Set<Algorithm> wanted = new LinkedHashSet<>(settings.compareWith());
    wanted.add(settings.algorithm());
    wanted.remove(Algorithm.KMEANS);
    List<FittedCandidate> candidates = new ArrayList<>();
    Map<Algorithm, FittedCandidate> models = new EnumMap<>(Algorithm.class);
    List<String> notes = new ArrayList<>();
    if (wanted.isEmpty()) {
      return new Compared(candidates, models, notes);
    }
    double[][] few = few(scaled);
    String scope = "%s, %s customers".formatted(window.window().scope(), few.length);
    candidates.add(
        FittedCandidate.assign(kmeans.candidate(), scope, kmeans.clusters(), few)
            .judged(few)
            .withStability(kmeans.stability()));
    for (Algorithm algorithm : wanted) {
      int k = kmeans.candidate().k();
      Candidate candidate = new Candidate(algorithm.text(), k, settings.firstSeed());
      Partition found = algorithms.get(algorithm).cluster(few, k, settings.firstSeed());
      found.notes().forEach(note -> notes.add(algorithm.text() + ": " + note));
      FittedCandidate judged = judged(candidate, scope, found, few);
      candidates.add(judged.withStability(stability(algorithm, few, candidate)));
      if (algorithm == settings.algorithm() && judged.isUsable()) {
        FittedCandidate everybody =
            FittedCandidate.assign(candidate, window.window().scope(), judged.clusters(), scaled)
                .judged(scaled);
        candidates.add(everybody);
        models.put(algorithm, everybody);
      }
    }
    return new Compared(candidates, models, notes);
  }

  private static FittedCandidate judged(
      Candidate candidate, String scope, Partition found, double[][] points) {
    Clusters clusters = new Clusters(Arrays.asList(found.centroids(points)));
    return found.clusters() == 0
        ? FittedCandidate.failed(candidate, scope, clusters, "it found no group")
        : FittedCandidate.of(candidate, scope, clusters, found).judged(points);
  }

  private OptionalDouble stability(Algorithm algorithm, double[][] points, Candidate candidate) {
    SampleClustering clustering = algorithms.get(algorithm);
    return algorithm == Algorithm.GAUSSIAN_MIXTURE
        ? Stability.acrossSeeds(clustering, points, candidate.k(), candidate.seed(), RUNS)
        : Stability.acrossSubsamples(clustering, points, candidate.k(), candidate.seed(), RUNS);
  }

  /** Evenly spread over the sample, which is in the order of customers' ids. */
  private static double[][] few(double[][] points) {
    int count = Math.min(points.length, CUSTOMERS);
    return IntStream.range(0, count)
        .mapToObj(i -> points[(int) ((long) i * points.length / count)])
        .toArray(double[][]::new);
  }
}
