package tributary.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitFailedException;

/**
 * A lock among processes: a branch of a table, whose snapshot is its holder's token. Every change
 * is one commit that sets the branch, of which Iceberg's catalogs require that it is still where
 * its caller saw it (<a
 * href="https://github.com/apache/iceberg/blob/main/open-api/rest-catalog-open-api.yaml">
 * assert-ref-snapshot-id</a>): of several callers exactly one succeeds, and one that has lost the
 * lock without knowing changes nothing. The lock ends with the age that the branch may have, which
 * its holder extends.
 */
public final class BranchLock {
  private final TableName name;
  private final LakeTables tables;
  private final String branch;

  BranchLock(TableName name, LakeTables tables, String branch) {
    this.name = name;
    this.tables = tables;
    this.branch = branch;
  }

  /**
   * Who holds the lock.
   *
   * @param token the branch's snapshot
   * @param until when it ends unless it is extended, by the holder's clock
   * @param summary what the holder said of itself
   */
  public record Holder(long token, Instant until, Map<String, String> summary) {}

  /** The holder, even one whose time is over. */
  public Optional<Holder> holder() {
    Table table = tables.load(name);
    return Optional.ofNullable(table.refs().get(branch))
        .map(
            ref -> {
              Snapshot snapshot = table.snapshot(ref.snapshotId());
              Instant until =
                  ref.maxRefAgeMs() == null
                      ? Instant.MAX
                      : Instant.ofEpochMilli(snapshot.timestampMillis() + ref.maxRefAgeMs());
              return new Holder(ref.snapshotId(), until, snapshot.summary());
            });
  }

  /**
   * Takes the lock if it is as its caller saw it.
   *
   * @param seen the holder that it is taken from; empty when nobody held it
   * @param lease how long it is held without being extended
   * @param summary what the new holder says of itself
   * @return the new holder's token; empty when another was faster
   */
  public OptionalLong tryTake(Optional<Holder> seen, Duration lease, Map<String, String> summary) {
    Table table = tables.load(name);
    AppendFiles append = table.newAppend();
    summary.forEach(append::set);
    Snapshot snapshot = append.apply();
    long token = snapshot.snapshotId();
    boolean isTaken =
        commit(
            table,
            seen.map(Holder::token),
            (base, changes) ->
                changes
                    .setBranchSnapshot(snapshot, branch)
                    .setRef(branch, held(token, lease.toMillis())));
    return isTaken ? OptionalLong.of(token) : OptionalLong.empty();
  }

  /** Extends the lock from now on; false when it is lost. */
  public boolean extend(long token, Duration lease) {
    return commit(
        tables.load(name),
        Optional.of(token),
        (base, changes) -> changes.setRef(branch, extended(base, lease)));
  }

  /** Lets go of the lock; false when it was lost before. */
  public boolean release(long token) {
    return commit(
        tables.load(name),
        Optional.of(token),
        (base, changes) -> {
          // Removing a branch requires nothing of it, setting one does.
          changes.setRef(branch, extended(base, Duration.ZERO));
          changes.removeRef(branch);
        });
  }

  /**
   * Replaces all rows of the table, in one commit that only the lock's holder can make; it extends
   * the lock, too.
   *
   * @param seen the published state that the rows come of
   * @param rows as in {@link Lake#append}
   * @return false when the lock is lost or the table has moved; nothing is changed then
   */
  public boolean replace(long token, Duration lease, long seen, List<Map<String, Object>> rows) {
    Table table = tables.load(name);
    Snapshot state = new SmallTable(name, table).replacement(rows).apply();
    return commit(
        table,
        Optional.of(token),
        (base, changes) -> {
          if (base.currentSnapshot().snapshotId() != seen || state.parentId() != seen) {
            throw new CommitFailedException("%s has moved from snapshot %d", name, seen);
          }
          changes
              .setBranchSnapshot(state, SnapshotRef.MAIN_BRANCH)
              .setRef(branch, extended(base, lease));
        });
  }

  private interface Change {
    void apply(TableMetadata base, TableMetadata.Builder changes);
  }

  /** One attempt: to try again would be to act on what the caller has not seen. */
  private boolean commit(Table table, Optional<Long> token, Change change) {
    TableOperations operations = ((BaseTable) table).operations();
    TableMetadata base = operations.refresh();
    Optional<Long> found = Optional.ofNullable(base.ref(branch)).map(SnapshotRef::snapshotId);
    if (!found.equals(token)) {
      return false;
    }
    try {
      TableMetadata.Builder changes = TableMetadata.buildFrom(base);
      change.apply(base, changes);
      operations.commit(base, changes.build());
      return true;
    } catch (CommitFailedException e) {
      return false;
    }
  }

  private static SnapshotRef held(long token, long milliseconds) {
    return SnapshotRef.branchBuilder(token).maxRefAgeMs(milliseconds).build();
  }

  /** Never the same age again, for what is not changed is not committed. */
  private SnapshotRef extended(TableMetadata base, Duration lease) {
    SnapshotRef ref = base.ref(branch);
    long already = System.currentTimeMillis() - base.snapshot(ref.snapshotId()).timestampMillis();
    long age = Math.max(already, 0) + lease.toMillis();
    long before = ref.maxRefAgeMs() == null ? 0 : ref.maxRefAgeMs();
    return held(ref.snapshotId(), Math.max(1, age == before ? age + 1 : age));
  }
}
