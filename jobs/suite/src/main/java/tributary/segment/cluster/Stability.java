package tributary.segment.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * How much of a partition is in the data and not in the draw: the mean {@link AdjustedRand} index
 * over all pairs of runs (Ben-Hur et al. 2002, "A stability based method", compare subsamples so).
 * 1 is the same every time. It is absent for fewer than two runs, and when a run found no cluster;
 * a single cluster is trivially stable.
 */
public final class Stability {
  /** Of the points, that a subsample holds. */
  public static final double SUBSAMPLE = 0.8;

  private static final int ABSENT = -2;

  private Stability() {}

  /**
   * Of partitions that are there already.
   *
   * @param partitions of the same points in the same order
   */
  public static OptionalDouble of(List<Partition> partitions) {
    return mean(partitions, partitions.stream().map(Partition::labels).toList());
  }

  /** Of an algorithm with a random start, across seeds that follow each other. */
  public static OptionalDouble acrossSeeds(
      SampleClustering algorithm, double[][] points, int k, long firstSeed, int seeds) {
    return of(
        LongStream.range(firstSeed, firstSeed + seeds)
            .mapToObj(seed -> algorithm.cluster(points, k, seed))
            .toList());
  }

  /**
   * Of an algorithm without a random start: across subsamples of {@value #SUBSAMPLE} of the points,
   * each pair compared on the points that both hold.
   *
   * @param seed decides which points are in which subsample, and is what the algorithm is given
   */
  public static OptionalDouble acrossSubsamples(
      SampleClustering algorithm, double[][] points, int k, long seed, int subsamples) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Partition> partitions = new ArrayList<>();
    List<int[]> labels = new ArrayList<>();
    for (int i = 0; i < subsamples; i++) {
      int[] members = members(points.length, random);
      double[][] subsample =
          Arrays.stream(members).mapToObj(each -> points[each]).toArray(double[][]::new);
      Partition partition = algorithm.cluster(subsample, k, seed);
      partitions.add(partition);
      labels.add(spread(partition.labels(), members, points.length));
    }
    return mean(partitions, labels);
  }

  private static OptionalDouble mean(List<Partition> partitions, List<int[]> labels) {
    if (partitions.size() < 2 || partitions.stream().anyMatch(each -> each.clusters() == 0)) {
      return OptionalDouble.empty();
    }
    double total = 0;
    for (int one = 0; one < labels.size(); one++) {
      for (int other = 0; other < one; other++) {
        total += agreement(labels.get(one), labels.get(other));
      }
    }
    return OptionalDouble.of(total / (labels.size() * (labels.size() - 1.0) / 2));
  }

  private static double agreement(int[] one, int[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException(
          "Cannot compare partitions of %s and of %s points".formatted(one.length, other.length));
    }
    int[] shared = new int[one.length];
    int size = 0;
    for (int i = 0; i < one.length; i++) {
      if (one[i] != ABSENT && other[i] != ABSENT) {
        shared[size++] = i;
      }
    }
    int[] places = Arrays.copyOf(shared, size);
    return AdjustedRand.index(at(places, one), at(places, other));
  }

  private static int[] at(int[] places, int[] labels) {
    return Arrays.stream(places).map(place -> labels[place]).toArray();
  }

  /** The first of a shuffled row, in ascending order. */
  private static int[] members(int points, SplittableRandom random) {
    int[] places = new int[points];
    for (int i = 0; i < points; i++) {
      int other = random.nextInt(i + 1);
      places[i] = places[other];
      places[other] = i;
    }
    int[] members = Arrays.copyOf(places, (int) Math.round(SUBSAMPLE * points));
    Arrays.sort(members);
    return members;
  }

  private static int[] spread(int[] labels, int[] members, int points) {
    int[] spread = new int[points];
    Arrays.fill(spread, ABSENT);
    for (int i = 0; i < members.length; i++) {
      spread[members[i]] = labels[i];
    }
    return spread;
  }
}
