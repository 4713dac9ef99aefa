package tributary.lake;

import java.util.Map;
import java.util.Optional;

/**
 * Which state of each table SQL sees: a branch that is read and written, a pinned snapshot that is
 * read, or, for tables named by neither, the published state.
 *
 * @param branches table to branch
 * @param snapshots table to snapshot id
 */
public record TableScope(Map<TableName, String> branches, Map<TableName, Long> snapshots) {
  public TableScope {
    branches = Map.copyOf(branches);
    snapshots = Map.copyOf(snapshots);
    for (TableName table : branches.keySet()) {
      if (snapshots.containsKey(table)) {
        throw new IllegalArgumentException(
            "Cannot scope " + table + " to both a branch and a snapshot");
      }
    }
  }

  /** Every table in its published state. */
  public static TableScope published() {
    return new TableScope(Map.of(), Map.of());
  }

  Optional<String> branch(TableName table) {
    return Optional.ofNullable(branches.get(table));
  }

  Optional<Long> snapshot(TableName table) {
    return Optional.ofNullable(snapshots.get(table));
  }
}
