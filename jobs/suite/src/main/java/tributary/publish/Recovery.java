package tributary.publish;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.lake.StateHasMovedException;

/** Finishes what runs left whose process died. */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Workplace workplace;
  private final Ledger ledger;

  Recovery(Workplace workplace, Ledger ledger) {
    this.workplace = workplace;
    this.ledger = ledger;
  }

  /** Called with the lock held, so that no run under way is taken for a dead one. */
  void recover() {
    History history = History.of(workplace.lake());
    for (RunRecord run : history.runs(RunStatus.PUBLISHING)) {
      tell("Completing the publication of run %s, which was interrupted".formatted(run.id()));
      try {
        run.publication().orElseThrow().complete(workplace);
        end(run, RunStatus.PUBLISHED, "Its publication was interrupted, and completed later");
      } catch (StateHasMovedException e) {
        tell("Cannot complete the publication of run %s: %s".formatted(run.id(), e.getMessage()));
        end(run, RunStatus.SUPERSEDED, e.getMessage());
      }
    }
    for (RunRecord run : history.runs(RunStatus.RUNNING)) {
      tell("Recording run %s as failed: its process ended before it did".formatted(run.id()));
      end(run, RunStatus.FAILED, "Its process ended before it did");
    }
  }

  private void tell(String what) {
    LOG.warn(what);
    workplace.notices().accept(what);
  }

  private void end(RunRecord run, RunStatus status, String message) {
    ledger.end(run.id(), status, workplace.clock().instant(), Map.of("message", message));
  }
}
