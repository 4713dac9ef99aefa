package tributary.segment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One fit to be tried.
 *
 * @param k how many clusters
 * @param seed of the random start
 */
record Candidate(int k, long seed) implements Serializable, Comparable<Candidate> {
  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt(Candidate::k).thenComparingLong(Candidate::seed);

  /** Candidates of one k with seeds that follow each other. */
  static List<Candidate> of(int k, long firstSeed, int seeds) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      candidates.add(new Candidate(k, firstSeed + i));
    }
    return candidates;
  }

  @Override
  public int compareTo(Candidate other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "k%d-s%d".formatted(k, seed);
  }
}
