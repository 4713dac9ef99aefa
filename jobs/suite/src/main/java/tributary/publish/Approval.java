package tributary.publish;

import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.lake.StateHasMovedException;

/** Somebody's word on runs that passed their audits and wait for it. */
public final class Approval {
  private static final Logger LOG = LoggerFactory.getLogger(Approval.class);

  private final Workplace workplace;
  private final Ledger ledger;
  private final History history;

  private Approval(Workplace workplace, Ledger ledger) {
    this.workplace = workplace;
    this.ledger = ledger;
    this.history = History.of(workplace.lake());
  }

  /**
   * Publishes a run that waits.
   *
   * @param id as in {@link History#find}
   * @param keepRuns how many published runs are kept for replay
   * @throws UserError when the run does not wait, or something was published since it began, by
   *     which it is superseded
   */
  public static RunRecord publish(Workplace workplace, String id, int keepRuns) {
    return locked(
        workplace,
        "publish, run " + id,
        approval -> approval.publish(approval.waiting(id), keepRuns));
  }

  /**
   * Ends a run that waits, unpublished; its branches stay for inspection.
   *
   * @param why is recorded
   * @throws UserError when the run does not wait
   */
  public static RunRecord reject(Workplace workplace, String id, String why) {
    return locked(
        workplace,
        "reject, run " + id,
        approval -> approval.end(approval.waiting(id), RunStatus.REJECTED, "Rejected: " + why));
  }

  private static RunRecord locked(
      Workplace workplace, String what, Function<Approval, RunRecord> work) {
    Lake lake = workplace.lake();
    if (!lake.exists(Ledger.RUN)) {
      throw new UserError("Cannot find any run: nothing was run on this lake yet");
    }
    try (RunLock lock = RunLock.acquire(lake, workplace.clock(), what)) {
      Ledger ledger = new Ledger(lake, lock);
      new Recovery(workplace, ledger).recover();
      return work.apply(new Approval(workplace, ledger));
    }
  }

  private RunRecord waiting(String id) {
    RunRecord run = history.find(id);
    if (run.status() != RunStatus.AWAITING_APPROVAL) {
      throw new UserError(
          "Cannot decide on run %s: it is %s, and does not wait for approval"
              .formatted(run.id(), run.status().text()));
    }
    return run;
  }

  private RunRecord publish(RunRecord run, int keepRuns) {
    Publication publication = run.publication().orElseThrow();
    try {
      publication.requireUnmoved(workplace.lake());
    } catch (StateHasMovedException e) {
      end(run, RunStatus.SUPERSEDED, e.getMessage());
      throw new UserError(
          "Cannot publish run %s: something was published since it began, and it is superseded (%s); run it again"
              .formatted(run.id(), e.getMessage()),
          e);
    }
    ledger.record(run.id(), Map.of("status", RunStatus.PUBLISHING.text()));
    workplace.milestones().accept("publication recorded");
    publication.complete(workplace);
    try {
      end(run, RunStatus.PUBLISHED, "Published after approval");
      new Retention(workplace, ledger).apply(publication.written(), keepRuns);
    } catch (LockLostException e) {
      LOG.warn("Run {} was recorded as published by who took over the lake meanwhile", run.id(), e);
    }
    return history.find(run.id());
  }

  private RunRecord end(RunRecord run, RunStatus status, String message) {
    ledger.end(run.id(), status, workplace.clock().instant(), Map.of("message", message));
    return history.find(run.id());
  }
}
