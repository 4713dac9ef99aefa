package tributary.publish;

import java.util.List;
import java.util.stream.Collectors;

/** A run whose tables broke a check; nothing of it was published. */
public final class AuditFailedException extends RuntimeException {
  /**
   * @param files those that the run took in
   */
  AuditFailedException(String runId, List<AuditResult> failures, List<String> files) {
    super(
        failures.stream()
            .map(failure -> "  " + failure.table() + ": " + failure.message())
            .collect(
                Collectors.joining(
                    "\n",
                    "Cannot publish run %s: %s checks failed; the published tables are as they were\n"
                        .formatted(runId, failures.size()),
                    "\n%s  Its rows can be read on branch run_%s, its checks in ops.audit_result"
                        .formatted(took(files), runId))));
  }

  private static String took(List<String> files) {
    return files.isEmpty()
        ? ""
        : "  It took in %s, of which the lake now has nothing\n"
            .formatted(String.join(", ", files));
  }
}
