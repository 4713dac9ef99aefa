package tributary.segment.identity;

import java.util.Locale;

/** What can happen to a segment from one published window to the next. */
public enum EventType {
  /** A published segment is still there. */
  CONTINUED,
  /** A segment has an id that none had before. Every new id is born once. */
  BORN,
  /** A published segment is there no more. Every id that is gone dies once. */
  DIED,
  /**
   * Customers of a published segment became the most of a newborn one, while the segment goes on or
   * others were born of it too. The newborn has its birth besides.
   */
  SPLIT,
  /**
   * The most of a segment that died went to one that goes on, or to a newborn that took in another
   * one too. The dead has its death besides.
   */
  MERGED;

  /** As tables hold it, such as {@code born}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
