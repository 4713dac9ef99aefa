package tributary.lake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.util.PropertyUtil;
import org.apache.iceberg.util.SnapshotUtil;

/** Branches of one table: made, emptied, stamped, published. */
final class Branches {
  private static final int ATTEMPTS = 5;

  private final TableName name;
  private final Table table;

  Branches(TableName name, Table table) {
    this.name = name;
    this.table = table;
  }

  /**
   * Makes a branch of an earlier state.
   *
   * @throws IllegalStateException when that state has expired, or the branch exists
   */
  void create(String branch, long snapshotId) {
    Snapshot state = table.snapshot(snapshotId);
    if (state == null) {
      throw new IllegalStateException(
          "Cannot make branch %s of %s: its snapshot %s has expired"
              .formatted(branch, name, snapshotId));
    }
    untilUnmoved(
        () -> {
          if (table.refs().containsKey(branch)) {
            throw new IllegalStateException(
                "Cannot create branch %s of %s: it exists already".formatted(branch, name));
          }
          table
              .manageSnapshots()
              .createBranch(branch, snapshotId)
              .setMaxRefAgeMs(branch, branchAge(state))
              .commit();
        });
  }

  /** Drops a branch; nothing happens when there is none. */
  void drop(String branch) {
    untilUnmoved(
        () -> {
          if (has(branch)) {
            table.manageSnapshots().removeBranch(branch).commit();
          }
        });
  }

  boolean has(String branch) {
    return Optional.ofNullable(table.refs().get(branch)).map(SnapshotRef::isBranch).orElse(false);
  }

  void clear(String branch) {
    delete(branch, Expressions.alwaysTrue());
  }

  void clearPartitions(String branch, String column, Collection<?> values) {
    require(branch);
    if (!values.isEmpty()) {
      delete(branch, PartitionFilter.of(name, table, column, values));
    }
  }

  void clearPartitions(String branch, Map<String, ? extends Collection<?>> values) {
    require(branch);
    Expression filter =
        values.entrySet().stream()
            .map(column -> PartitionFilter.of(name, table, column.getKey(), column.getValue()))
            .reduce(Expressions.alwaysTrue(), Expressions::and);
    delete(branch, filter);
  }

  void stamp(String branch, Map<String, String> summary) {
    require(branch);
    stamp(table.newAppend(), branch, summary);
  }

  private static void stamp(AppendFiles append, String branch, Map<String, String> summary) {
    append.toBranch(branch);
    summary.forEach(append::set);
    append.commit();
  }

  /**
   * Tags the branch's state, makes it the published one and removes the branch, in one commit; the
   * state before gets a tag too, unless it has one.
   */
  void publish(String branch, long snapshotId, String tag, String tagBefore) {
    untilUnmoved(() -> publishOnce(branch, snapshotId, tag, tagBefore));
  }

  private void publishOnce(String branch, long snapshotId, String tag, String tagBefore) {
    if (!has(branch)) {
      requirePublished(branch, tag);
      return;
    }
    requireUnmovedMain(branch);
    requireUnmoved(branch, snapshotId);
    ManageSnapshots changes = table.manageSnapshots();
    long before = table.currentSnapshot().snapshotId();
    if (!isTagged(before)) {
      changes.createTag(tagBefore, before);
    }
    changes
        .createTag(tag, snapshotId)
        .fastForwardBranch(SnapshotRef.MAIN_BRANCH, branch)
        .removeBranch(branch)
        .commit();
  }

  /** Tags a state, unless the tag exists or the state has expired. */
  void tag(String tag, long snapshotId) {
    untilUnmoved(
        () -> {
          if (!table.refs().containsKey(tag) && table.snapshot(snapshotId) != null) {
            table.manageSnapshots().createTag(tag, snapshotId).commit();
          }
        });
  }

  /** Fails when a branch or main points to another state, or is gone. */
  void requireUnmoved(String branch, long snapshotId) {
    SnapshotRef ref = table.refs().get(branch);
    if (ref == null || ref.snapshotId() != snapshotId) {
      throw new StateHasMovedException(
          "Cannot publish %s: its %s is no longer at snapshot %s"
              .formatted(name, branch, snapshotId));
    }
  }

  /** Of the tags with such beginnings, removes those of states other than these. */
  void retain(Set<Long> snapshotIds, Collection<String> beginnings) {
    List<String> past =
        table.refs().entrySet().stream()
            .filter(ref -> ref.getValue().isTag())
            .filter(ref -> beginnings.stream().anyMatch(ref.getKey()::startsWith))
            .filter(ref -> !snapshotIds.contains(ref.getValue().snapshotId()))
            .map(Map.Entry::getKey)
            .toList();
    if (!past.isEmpty()) {
      ManageSnapshots changes = table.manageSnapshots();
      past.forEach(changes::removeTag);
      changes.commit();
    }
  }

  /**
   * Iceberg commits changes of references only to the table that they were made of: after anybody's
   * commit between they are made anew, of what is there then.
   */
  private void untilUnmoved(Runnable change) {
    for (int attempt = 1; ; attempt++) {
      try {
        change.run();
        return;
      } catch (CommitFailedException | IllegalArgumentException e) {
        // The latter when a name was taken since it was looked for.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        table.refresh();
      }
    }
  }

  private boolean isTagged(long snapshotId) {
    return table.refs().values().stream()
        .anyMatch(ref -> ref.isTag() && ref.snapshotId() == snapshotId);
  }

  /** Fails when there is no such branch: Iceberg would create it on the first write. */
  void require(String branch) {
    if (!branch.equals(SnapshotRef.MAIN_BRANCH) && !has(branch)) {
      throw new IllegalStateException(
          "Cannot use branch %s of %s: there is no such branch".formatted(branch, name));
    }
  }

  private void delete(String branch, Expression filter) {
    require(branch);
    DeleteFiles delete = table.newDelete().deleteFromRowFilter(filter).toBranch(branch);
    delete.commit();
  }

  private void requirePublished(String branch, String tag) {
    SnapshotRef published = table.refs().get(tag);
    if (published == null) {
      throw new IllegalStateException(
          "Cannot publish branch %s of %s: there is no such branch, nor tag %s of its publication"
              .formatted(branch, name, tag));
    }
  }

  /** Fails when the branch is no longer ahead of main. */
  private void requireUnmovedMain(String branch) {
    require(branch);
    long state = table.refs().get(branch).snapshotId();
    Snapshot main = table.currentSnapshot();
    if (main != null && !SnapshotUtil.isAncestorOf(table, state, main.snapshotId())) {
      throw new StateHasMovedException(
          "Cannot publish branch %s of %s: main has moved to snapshot %s since the branch was made"
              .formatted(branch, name, main.snapshotId()));
    }
  }

  /** A reference's age counts from its snapshot, which may be old already. */
  private long branchAge(Snapshot state) {
    long already = Math.max(0, System.currentTimeMillis() - state.timestampMillis());
    return already
        + PropertyUtil.propertyAsLong(
            table.properties(), TableShape.BRANCH_AGE, TableShape.BRANCH_AGE_DEFAULT.toMillis());
  }
}
