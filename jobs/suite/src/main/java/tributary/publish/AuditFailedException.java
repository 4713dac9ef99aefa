package tributary.publish;

import java.util.List;
import java.util.stream.Collectors;

/** A run whose tables broke a check; nothing of it was published. */
public final class AuditFailedException extends RuntimeException {
  AuditFailedException(String runId, List<AuditResult> failures) {
    super(
        failures.stream()
            .map(failure -> "  " + failure.table() + ": " + failure.message())
            .collect(
                Collectors.joining(
                    "\n",
                    "Cannot publish run %s: %d checks failed; the published tables are as they were\n"
                        .formatted(runId, failures.size()),
                    "\n  Its rows can be read on branch run_%s, its checks in ops.audit_result"
                        .formatted(runId))));
  }
}
