package tributary.publish;

import tributary.lake.Severity;
import tributary.lake.TableName;

/**
 * What one check found.
 *
 * @param message in words what is wrong and what to do; empty when the check passed
 */
public record AuditResult(
    TableName table,
    String check,
    Severity severity,
    boolean passed,
    String observed,
    String expected,
    String message) {

  /** Whether it keeps the run from being published. */
  public boolean blocks() {
    return !passed && severity == Severity.ERROR;
  }
}
