package tributary.segment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tributary.config.ClusterSettings.Algorithm;

/**
 * One fit to be tried.
 *
 * @param algorithm in the words of tables
 * @param k how many clusters
 * @param seed of the random start
 */
record Candidate(String algorithm, int k, long seed)
    implements Serializable, Comparable<Candidate> {
  /** KMeans. */
  static final String KMEANS = Algorithm.KMEANS.text();

  /** KMeans, of which the largest cluster was split in two. */
  static final String SPLIT = KMEANS + "_split";

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::algorithm)
          .thenComparingInt(Candidate::k)
          .thenComparingLong(Candidate::seed);

  /** Candidates of KMeans of one k with seeds that follow each other. */
  static List<Candidate> of(int k, long firstSeed, int seeds) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      candidates.add(new Candidate(KMEANS, k, firstSeed + i));
    }
    return candidates;
  }

  @Override
  public int compareTo(Candidate other) {
    return ORDER.compare(this, other);
  }

  /** For the model's id. */
  @Override
  public String toString() {
    String numbers = "k%s-s%s".formatted(k, seed);
    return algorithm.equals(KMEANS) ? numbers : numbers + "-" + algorithm;
  }
}
