package tributary.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tributary.lake.Lake;
import tributary.lake.TableName;

/**
 * The move of several tables' main branches to what a run wrote. Once the ledger says {@code
 * publishing}, it is completed, if need be by a later command: each step may be repeated.
 */
final class Publication {
  private final String runId;
  private final Map<TableName, Move> moves;

  private Publication(String runId, Map<TableName, Move> moves) {
    this.runId = runId;
    this.moves = moves;
  }

  /**
   * The states that a table's main has before and after; both are the same where the run does not
   * write the table.
   */
  record Move(long from, long to) {
    boolean isWritten() {
      return from != to;
    }
  }

  /**
   * Stamps each branch with where its rows come from, and notes from and to which snapshot.
   *
   * @param tables those that the run writes
   * @param base the state of every table that the run began with
   * @throws tributary.lake.StateHasMovedException when something was published meanwhile
   */
  static Publication prepare(
      Lake lake,
      String runId,
      List<TableName> tables,
      Map<TableName, Long> base,
      Map<String, String> provenance) {
    Map<TableName, Move> moves = new LinkedHashMap<>();
    String branch = Run.branch(runId);
    for (TableName table : tables) {
      lake.requireUnmoved(table, Lake.MAIN, base.get(table));
      lake.stamp(table, branch, provenance);
      long to = lake.snapshotId(table, branch).orElseThrow();
      moves.put(table, new Move(base.get(table), to));
    }
    base.keySet().stream()
        .filter(table -> !moves.containsKey(table))
        .sorted()
        .forEach(table -> moves.put(table, new Move(base.get(table), base.get(table))));
    return new Publication(runId, moves);
  }

  /** A publication that an earlier command recorded. */
  static Publication recorded(String runId, String json) {
    Map<TableName, Move> moves = new LinkedHashMap<>();
    Json.object(json)
        .forEach(
            (table, states) -> {
              Map<?, ?> move = (Map<?, ?>) states;
              long from = ((Number) move.get("from")).longValue();
              long to = ((Number) move.get("to")).longValue();
              moves.put(TableName.of(table), new Move(from, to));
            });
    return new Publication(runId, moves);
  }

  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    moves.forEach(
        (table, move) -> json.put(table.toString(), Map.of("from", move.from(), "to", move.to())));
    return Json.text(json);
  }

  /** The tables that the run wrote. */
  List<TableName> written() {
    return moves.keySet().stream().filter(table -> moves.get(table).isWritten()).toList();
  }

  Map<TableName, Move> moves() {
    return Map.copyOf(moves);
  }

  /**
   * What was audited holds of what is published only where every table is as it was then.
   *
   * @throws tributary.lake.StateHasMovedException when something was published since, or the run's
   *     branches have gone or were written to
   */
  void requireUnmoved(Lake lake) {
    moves.forEach(
        (table, move) -> {
          lake.requireUnmoved(table, Lake.MAIN, move.from());
          if (move.isWritten()) {
            lake.requireUnmoved(table, Run.branch(runId), move.to());
          }
        });
  }

  /**
   * Moves each main; afterwards the tag {@code published_<run>} is one state across all tables,
   * those that the run only read or left alone among them.
   */
  void complete(Workplace workplace) {
    Lake lake = workplace.lake();
    String tag = Run.tag(runId);
    moves.forEach(
        (table, move) -> {
          if (move.isWritten()) {
            lake.publish(table, Run.branch(runId), move.to(), tag, Run.BEFORE + runId);
          } else {
            lake.tag(table, tag, move.to());
          }
          workplace.milestones().accept(table + " published");
        });
  }
}
