package tributary.publish;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.lake.Lake;
import tributary.lake.MainHasMovedException;

/** Finishes what runs left whose process died. */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Lake lake;
  private final Ledger ledger;
  private final Clock clock;

  Recovery(Lake lake, Ledger ledger, Clock clock) {
    this.lake = lake;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Called with the lock held, so that no run under way is taken for a dead one. */
  void recover() {
    for (Map<String, Object> run : ledger.unfinishedPublications()) {
      String runId = (String) run.get("run_id");
      LOG.warn("Completing the publication of run {}, which was interrupted", runId);
      try {
        Publication.recorded(runId, (String) run.get("publication")).complete(lake);
        end(runId, RunStatus.PUBLISHED, "Its publication was interrupted, and completed later");
      } catch (MainHasMovedException e) {
        LOG.warn("Cannot complete the publication of run {}: {}", runId, e.getMessage());
        end(runId, RunStatus.SUPERSEDED, e.getMessage());
      }
    }
    for (Map<String, Object> run : ledger.runsUnderWay()) {
      String runId = (String) run.get("run_id");
      LOG.warn("Recording run {} as failed: its process ended before it did", runId);
      end(runId, RunStatus.FAILED, "Its process ended before it did");
    }
  }

  private void end(String runId, RunStatus status, String message) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("status", status.text());
    columns.put("finished_at", Ledger.utc(clock.instant()));
    columns.put("message", message);
    ledger.record(runId, columns);
  }
}
