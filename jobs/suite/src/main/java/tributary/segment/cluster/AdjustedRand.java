package tributary.segment.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How far two partitions of the same points agree. */
public final class AdjustedRand {
  private AdjustedRand() {}

  /**
   * The Rand index corrected for chance (Hubert and Arabie 1985, "Comparing partitions", J.
   * Classif. 2): 1 when both are the same but for the labels' numbers, about 0 when they agree as
   * chance would have it, below 0 when less. Noise is compared like a cluster. Where the correction
   * is undefined, both are one cluster or both n clusters or there are fewer than two points, so
   * they agree: 1.
   *
   * @param one a label per point
   * @param other labels of the same points in the same order
   */
  public static double index(int[] one, int[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException(
          "Invalid labels: %s and %s".formatted(one.length, other.length));
    }
    Map<Integer, Integer> rows = new HashMap<>();
    Map<Integer, Integer> columns = new HashMap<>();
    Map<Long, Integer> cells = new HashMap<>();
    for (int i = 0; i < one.length; i++) {
      rows.merge(one[i], 1, Integer::sum);
      columns.merge(other[i], 1, Integer::sum);
      cells.merge(((long) one[i] << Integer.SIZE) | (other[i] & 0xFFFF_FFFFL), 1, Integer::sum);
    }
    double together = pairs(rows.values());
    double alsoTogether = pairs(columns.values());
    double expected = one.length < 2 ? 0 : together * alsoTogether / pairs(one.length);
    double most = (together + alsoTogether) / 2;
    return most == expected ? 1 : (pairs(cells.values()) - expected) / (most - expected);
  }

  private static double pairs(Collection<Integer> sizes) {
    return sizes.stream().mapToDouble(AdjustedRand::pairs).sum();
  }

  private static double pairs(int size) {
    return size * (size - 1.0) / 2;
  }
}
