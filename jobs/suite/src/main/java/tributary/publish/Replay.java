package tributary.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.lake.TableName;

/**
 * A published run, computed again from the states that it began with, under its own id and time, on
 * branches that go away when it is closed.
 */
public final class Replay implements AutoCloseable {
  private final Workplace workplace;
  private final RunRecord run;
  private final Publication publication;
  private final List<TableName> tables;
  private final Map<TableName, Long> base;
  private final Draft draft;
  private final RunLock lock;

  private Replay(Workplace workplace, RunRecord run, Collection<String> taken, RunLock lock) {
    this.workplace = workplace;
    this.run = run;
    this.publication = run.publication().orElseThrow();
    List<TableName> asPublished =
        taken.stream().map(TableName::of).filter(publication.moves()::containsKey).toList();
    this.tables = new ArrayList<>(publication.written());
    tables.removeAll(asPublished);
    this.base = new HashMap<>(run.inputs());
    asPublished.forEach(table -> base.put(table, publication.moves().get(table).to()));
    Instant startedAt = run.startedAt().toInstant(ZoneOffset.UTC);
    this.draft = new Draft(workplace, run.id(), startedAt, tables, branch(), base);
    this.lock = lock;
  }

  /**
   * Holds the lock until closed.
   *
   * @param run one that was published
   * @param taken tables that are not computed, but taken as the run published them, if it did
   * @throws UserError when the run was not published, or its states have expired
   */
  public static Replay open(Workplace workplace, RunRecord run, Collection<String> taken) {
    if (run.status() != RunStatus.PUBLISHED) {
      throw new UserError(
          "Cannot replay run %s: it was not published, it is %s"
              .formatted(run.id(), run.status().text()));
    }
    Lake lake = workplace.lake();
    RunLock lock = RunLock.acquire(lake, workplace.clock(), "replay, run " + run.id());
    boolean isOpen = false;
    try {
      Replay replay = new Replay(workplace, run, taken, lock);
      replay.requireTables();
      replay.requireStates();
      new Recovery(workplace, new Ledger(lake, lock)).recover();
      replay.dropBranches();
      replay.tables.forEach(
          table -> lake.createBranch(table, replay.branch(), replay.base.get(table)));
      isOpen = true;
      return replay;
    } finally {
      if (!isOpen) {
        lock.close();
      }
    }
  }

  private void requireTables() {
    if (tables.isEmpty()) {
      throw new UserError(
          "Cannot replay run %s: it only took in files, and they are not where they were, or have changed"
              .formatted(run.id()));
    }
  }

  private void requireStates() {
    Lake lake = workplace.lake();
    base.forEach((table, snapshot) -> requireState(lake.hasSnapshot(table, snapshot), table));
    publication
        .moves()
        .forEach((table, move) -> requireState(lake.hasSnapshot(table, move.to()), table));
  }

  private void requireState(boolean isThere, TableName table) {
    if (!isThere) {
      throw new UserError(
          "Cannot replay run %s: its state of %s has expired; --keep-runs says how many runs are kept"
              .formatted(run.id(), table));
    }
  }

  /** What the run's steps write on. */
  public Draft draft() {
    return draft;
  }

  /** What the steps made, against what the run published; the tables that were computed. */
  public List<TableDifference> compare() {
    Map<TableName, Long> published = new HashMap<>();
    Map<TableName, Long> replayed = new HashMap<>();
    for (TableName table : tables) {
      published.put(table, publication.moves().get(table).to());
      replayed.put(table, workplace.lake().snapshotId(table, branch()).orElseThrow());
    }
    return new StateComparison(workplace, published, replayed).differences();
  }

  private String branch() {
    return "replay_" + run.id();
  }

  private void dropBranches() {
    tables.forEach(table -> workplace.lake().dropBranch(table, branch()));
  }

  @Override
  public void close() {
    try (lock) {
      dropBranches();
    }
  }
}
