package tributary.input.draft;

import java.util.Locale;

/** How sure an answer is. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** The less sure of two. */
  Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
