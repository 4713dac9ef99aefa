package tributary.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tributary.lake.Lake;
import tributary.lake.TableName;

/**
 * The move of several tables' main branches to what a run wrote. Once the ledger says {@code
 * publishing}, it is completed, if need be by a later command: each step may be repeated.
 */
final class Publication {
  private final String runId;
  private final List<TableName> tables;
  private final String json;

  private Publication(String runId, List<TableName> tables, String json) {
    this.runId = runId;
    this.tables = tables;
    this.json = json;
  }

  /**
   * Stamps each branch with where its rows come from, and notes from and to which snapshot.
   *
   * @throws tributary.lake.MainHasMovedException when something was published meanwhile
   */
  static Publication prepare(
      Lake lake, String runId, List<TableName> tables, Map<String, String> provenance) {
    Map<String, Object> moves = new LinkedHashMap<>();
    for (TableName table : tables) {
      lake.requireUnmovedMain(table, Run.branch(runId));
      lake.stamp(table, Run.branch(runId), provenance);
      OptionalLong from = lake.snapshotId(table, "main");
      Map<String, Object> move = new LinkedHashMap<>();
      move.put("from", from.isPresent() ? from.getAsLong() : null);
      move.put("to", lake.snapshotId(table, Run.branch(runId)).orElseThrow());
      moves.put(table.toString(), move);
    }
    return new Publication(runId, tables, Json.text(moves));
  }

  /** A publication that an earlier command recorded. */
  static Publication recorded(String runId, String json) {
    List<TableName> tables = Json.object(json).keySet().stream().map(TableName::of).toList();
    return new Publication(runId, tables, json);
  }

  String json() {
    return json;
  }

  void complete(Lake lake) {
    for (TableName table : tables) {
      lake.publish(table, Run.branch(runId), "published_" + runId);
    }
  }
}
