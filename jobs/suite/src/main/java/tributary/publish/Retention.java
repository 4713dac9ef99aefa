package tributary.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tributary.lake.TableName;

/**
 * Keeps what a replay of the latest published runs needs: the states that each began with and
 * published. Older states lose their tags, and go when they have expired.
 */
final class Retention {
  private final Workplace workplace;
  private final Ledger ledger;

  Retention(Workplace workplace, Ledger ledger) {
    this.workplace = workplace;
    this.ledger = ledger;
  }

  /**
   * @param tables those that were just published; others have nothing new to let go of
   * @param runs how many published runs are kept
   */
  void apply(Collection<TableName> tables, int runs) {
    Map<TableName, Set<Long>> kept = kept(runs);
    for (TableName table : tables) {
      workplace.lake().retain(table, kept.getOrDefault(table, Set.of()));
      workplace.lake().expire(table);
    }
    ledger.expire();
    workplace.milestones().accept("old states expired");
  }

  private Map<TableName, Set<Long>> kept(int runs) {
    List<RunRecord> published =
        ledger.runs().stream().filter(run -> run.status() == RunStatus.PUBLISHED).toList();
    Map<TableName, Set<Long>> kept = new HashMap<>();
    for (RunRecord run :
        published.subList(Math.max(0, published.size() - runs), published.size())) {
      run.publication()
          .orElseThrow()
          .moves()
          .forEach(
              (table, move) -> {
                Set<Long> states = kept.computeIfAbsent(table, ignored -> new HashSet<>());
                states.add(move.from());
                states.add(move.to());
              });
    }
    return kept;
  }
}
