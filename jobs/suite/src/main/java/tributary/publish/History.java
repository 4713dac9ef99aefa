package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tributary.config.UserError;
import tributary.lake.Lake;

/** The runs of a lake, as the ledger tells. */
public final class History {
  private final Ledger ledger;

  private History(Ledger ledger) {
    this.ledger = ledger;
  }

  public static History of(Lake lake) {
    return new History(new Ledger(requireNonNull(lake, "lake is null")));
  }

  /** The oldest first. */
  public List<RunRecord> runs() {
    return ledger.runs();
  }

  /**
   * The run of an id, of which any part will do that no other id has.
   *
   * @throws UserError when there is no such run, or several
   */
  public RunRecord find(String id) {
    List<RunRecord> found = ledger.runs().stream().filter(run -> run.id().contains(id)).toList();
    if (found.isEmpty()) {
      throw new UserError("Cannot find run %s: 'tributary runs' lists all".formatted(id));
    }
    if (found.size() > 1) {
      throw new UserError(
          "Cannot tell which run %s is: %s"
              .formatted(id, String.join(", ", found.stream().map(RunRecord::id).toList())));
    }
    return found.get(0);
  }

  /** What the checks of a run found. */
  public List<AuditResult> results(RunRecord run) {
    return ledger.results(run.id());
  }
}
