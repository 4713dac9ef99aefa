package tributary.publish;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.lake.TableName;

/**
 * Keeps what a replay of the latest published runs needs: the states that each began with and
 * published. Older states lose their tags, and go when they have expired.
 */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

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
    try {
      Map<TableName, Set<Long>> kept = kept(runs);
      for (TableName table : tables) {
        workplace
            .lake()
            .retain(table, kept.getOrDefault(table, Set.of()), List.of(Run.PUBLISHED, Run.BEFORE));
        workplace.lake().expire(table);
      }
      ledger.expire();
    } catch (RuntimeException e) {
      LOG.warn("Old states stay until the next publication", e);
    }
    workplace.milestones().accept("old states expired");
  }

  private Map<TableName, Set<Long>> kept(int runs) {
    History history = History.of(workplace.lake());
    List<RunRecord> published =
        history.runs(RunStatus.PUBLISHED).stream()
            .sorted(Comparator.comparing(run -> run.finishedAt().orElseThrow()))
            .toList();
    Map<TableName, Set<Long>> kept = new HashMap<>();
    Stream.concat(
            published.stream().skip(Math.max(0, published.size() - runs)),
            history.runs(RunStatus.AWAITING_APPROVAL).stream())
        .forEach(run -> keep(run, kept));
    return kept;
  }

  private static void keep(RunRecord run, Map<TableName, Set<Long>> kept) {
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
}
