package tributary.insight;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How often each number occurs. */
final class NumberCounts {
  private static final int FIRST_SLOTS = 256;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private double[] values = new double[FIRST_SLOTS];

  /** 0 is an empty slot. */
  private long[] counts = new long[FIRST_SLOTS];

  private int size;

  void add(double number, long times) {
    double value = number + 0.0; // makes -0.0 0.0
    int slot = slot(value);
    if (counts[slot] == 0) {
      values[slot] = value;
      size++;
    }
    counts[slot] += times;
    if (2 * size > counts.length) {
      grow();
    }
  }

  private int slot(double value) {
    long mixed = Double.doubleToLongBits(value) * GOLDEN_RATIO;
    int slot = (int) (mixed >>> Integer.SIZE) & (counts.length - 1);
    while (counts[slot] != 0 && values[slot] != value) {
      slot = (slot + 1) & (counts.length - 1);
    }
    return slot;
  }

  private void grow() {
    double[] oldValues = values;
    long[] oldCounts = counts;
    values = new double[2 * oldValues.length];
    counts = new long[2 * oldCounts.length];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldValues[i]);
        values[slot] = oldValues[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Each number once, in no order. */
  double[] values() {
    return occupied().mapToDouble(slot -> values[slot]).toArray();
  }

  /** How often each of {@link #values()} occurs. */
  long[] counts() {
    return occupied().mapToLong(slot -> counts[slot]).toArray();
  }

  private IntStream occupied() {
    return IntStream.range(0, counts.length).filter(slot -> counts[slot] > 0);
  }

  /** Each number with how often it occurs, from the lowest to the highest. */
  SortedMap<Double, Long> sorted() {
    SortedMap<Double, Long> sorted = new TreeMap<>();
    occupied().forEach(slot -> sorted.put(values[slot], counts[slot]));
    return sorted;
  }
}
