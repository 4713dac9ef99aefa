package tributary.publish;

/** Remembers some of the values that were seen, those of late; in bounded memory. */
final class RecentValues {
  private static final int SLOTS = 1 << 14;

  private final Object[] owners = new Object[SLOTS];
  private final long[] highBits = new long[SLOTS];
  private final long[] lowBits = new long[SLOTS];

  /**
   * Remembers a value; false when it was remembered.
   *
   * @param owner the very check or figure that it is of
   * @param number the check's
   */
  boolean add(Object owner, int number, long high, long low) {
    int slot = (Long.hashCode(high * 31 + low) * 0x9E3779B9 + number) >>> 18;
    if (owners[slot] == owner && highBits[slot] == high && lowBits[slot] == low) {
      return false;
    }
    owners[slot] = owner;
    highBits[slot] = high;
    lowBits[slot] = low;
    return true;
  }
}
