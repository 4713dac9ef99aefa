package tributary.insight;

import java.util.Arrays;

/**
 * How many different values there are, by the smallest of their hashes: exact for up to {@link
 * #KEPT} values, else estimated from how densely those lie, with a standard error of 1 / sqrt(KEPT)
 * = 0.8 % (Bar-Yossef et al., Counting distinct elements in a data stream, RANDOM 2002). The order
 * of the values makes no difference.
 */
final class DistinctValues {
  static final int KEPT = 16_384;

  private static final int FIRST_SLOTS = 256;
  private static final double HASHES = 0x1p64;

  /** 0 is an empty slot. */
  private long[] slots = new long[FIRST_SLOTS];

  private int size;
  private long limit = -1;

  /**
   * @param hash of a value, any 64 bits as likely as any other
   */
  void add(long hash) {
    long key = hash == 0 ? 1 : hash;
    if (Long.compareUnsigned(key, limit) > 0 || !put(key)) {
      return;
    }
    if (size > 2 * KEPT) {
      keep(hashes());
    } else if (2 * size > slots.length) {
      grow();
    }
  }

  private boolean put(long key) {
    int slot = (int) key & (slots.length - 1);
    while (slots[slot] != 0) {
      if (slots[slot] == key) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = key;
    size++;
    return true;
  }

  private void grow() {
    long[] keys = keys();
    slots = new long[2 * slots.length];
    size = 0;
    for (long key : keys) {
      put(key);
    }
  }

  private void keep(long[] smallest) {
    Arrays.fill(slots, 0);
    size = 0;
    for (long key : smallest) {
      put(key);
    }
    limit = smallest[smallest.length - 1];
  }

  private long[] keys() {
    return Arrays.stream(slots).filter(key -> key != 0).toArray();
  }

  /** The smallest hashes as unsigned numbers, in their order; at most {@link #KEPT}. */
  long[] hashes() {
    long[] keys = keys();
    // Unsigned order is signed order after the highest bit is turned.
    for (int i = 0; i < keys.length; i++) {
      keys[i] ^= Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    long[] smallest = Arrays.copyOf(keys, Math.min(keys.length, KEPT));
    for (int i = 0; i < smallest.length; i++) {
      smallest[i] ^= Long.MIN_VALUE;
    }
    return smallest;
  }

  long count() {
    long[] smallest = hashes();
    if (smallest.length < KEPT) {
      return smallest.length;
    }
    long largest = smallest[KEPT - 1];
    double share = (largest >>> 1) * 2.0 / HASHES;
    return Math.max(KEPT, Math.round((KEPT - 1) / share));
  }
}
