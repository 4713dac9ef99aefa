package tributary.lake;

/** What a failed check does to a publication. */
public enum Severity {
  /** The run is not published. */
  ERROR,
  /** The run is published and the check reported. */
  WARN
}
