package tributary.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table is and holds, from its metadata alone.
 *
 * @param table the table
 * @param grain "one row per ...", empty when the table has no contract
 * @param comment what it is for
 * @param columns with contract types and comments; none is required here
 * @param partitioning as contracts write it
 * @param sort as contracts write it
 * @param rowCount rows of the published state
 * @param dataFiles data files of the published state
 * @param sizeBytes their size
 * @param current the published snapshot; empty before the first
 * @param branches branch to snapshot id
 * @param tags tag to snapshot id
 * @param properties the table's properties
 */
public record TableDescription(
    TableName table,
    String grain,
    String comment,
    List<Column> columns,
    List<String> partitioning,
    List<String> sort,
    long rowCount,
    long dataFiles,
    long sizeBytes,
    Optional<State> current,
    Map<String, Long> branches,
    Map<String, Long> tags,
    Map<String, String> properties) {
  public TableDescription {
    columns = List.copyOf(columns);
    partitioning = List.copyOf(partitioning);
    sort = List.copyOf(sort);
    branches = Map.copyOf(branches);
    tags = Map.copyOf(tags);
    properties = Map.copyOf(properties);
  }

  /**
   * A snapshot.
   *
   * @param snapshotId its id
   * @param committedAt when it was committed
   * @param operation append, overwrite, delete or replace
   * @param summary counts, and the provenance that a run stamped
   */
  public record State(
      long snapshotId, Instant committedAt, String operation, Map<String, String> summary) {
    public State {
      summary = Map.copyOf(summary);
    }
  }
}
