package tributary.publish;

import java.util.Locale;

/** Where a run stands. */
public enum RunStatus {
  RUNNING,
  AWAITING_APPROVAL,
  PUBLISHING,
  PUBLISHED,
  REJECTED,
  FAILED,
  SUPERSEDED;

  /** As written in {@code ops.run}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
