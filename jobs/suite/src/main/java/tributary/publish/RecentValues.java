package tributary.publish;

/** Remembers some of the values that were seen, those of late; in bounded memory. */
final class RecentValues {
  private static final int SLOTS = 1 << 14;

  private final RowCheck[] checks = new RowCheck[SLOTS];
  private final long[] highBits = new long[SLOTS];
  private final long[] lowBits = new long[SLOTS];

  /** Remembers a value of a check; false when it was remembered. */
  boolean add(RowCheck check, long high, long low) {
    int slot = (Long.hashCode(high * 31 + low) * 0x9E3779B9 + check.number()) >>> 18;
    if (checks[slot] == check && highBits[slot] == high && lowBits[slot] == low) {
      return false;
    }
    checks[slot] = check;
    highBits[slot] = high;
    lowBits[slot] = low;
    return true;
  }
}
