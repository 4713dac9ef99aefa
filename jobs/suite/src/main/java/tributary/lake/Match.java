package tributary.lake;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * How rows of two sides, of this table or others, go together by their keys.
 *
 * @param name a short name, unique in the contract
 * @param says what holds, as a sentence
 * @param is what the sides are to each other
 * @param here rows of the table that the contract is of, unless the side names another
 * @param there the rows to which they are held; of ranks, the ranks before
 * @param severity what a broken one does to a publication
 */
public record Match(String name, String says, Kind is, Side here, Side there, Severity severity) {
  public Match {
    requireNonNull(name, "name is null");
    requireNonNull(says, "says is null");
    requireNonNull(is, "is is null");
    requireNonNull(here, "here is null");
    requireNonNull(there, "there is null");
    requireNonNull(severity, "severity is null");
  }

  /** What the sides are to each other. */
  public enum Kind {
    /** Both have the same keys, and for each key equal sums. */
    EQUAL,
    /** For each key equal sums; a key that a side does not have sums to 0 there. */
    BALANCED,
    /** Each key there is one here, with equal sums. */
    COVERING,
    /** Each key here is one there. */
    WITHIN,
    /** No key here is one there. */
    APART,
    /** No key is on two rows here; there is nothing else. */
    UNIQUE,
    /** The last part of the keys counts rows from 1 within the others; there is nothing else. */
    RANKED;

    /** Whether it holds of one side alone. */
    boolean isOfOneSide() {
      return this == UNIQUE || this == RANKED;
    }
  }

  /**
   * Rows of one table.
   *
   * @param from the table; empty for the one that the contract is of
   * @param where a condition on one row, in SQL; empty for all
   * @param by what their key is made of, expressions in SQL; none makes one key of all rows
   * @param sums what is summed for each key, expressions in SQL; compared to four decimals, below
   *     10^14
   */
  public record Side(String from, String where, List<String> by, List<String> sums) {
    public Side {
      requireNonNull(from, "from is null");
      requireNonNull(where, "where is null");
      by = List.copyOf(by);
      sums = List.copyOf(sums);
    }

    /** The keys that ranks other than the first need: those of the ranks before. */
    public Side ranksBefore() {
      List<String> keys = new ArrayList<>(by);
      String rank = keys.remove(keys.size() - 1);
      keys.add(rank + " - 1");
      String others = rank + " <> 1";
      return new Side(
          from, where.isEmpty() ? others : "(%s) AND %s".formatted(where, others), keys, sums);
    }

    /** Whether both have keys and sums that can be compared. */
    boolean fits(Side other) {
      return by.size() == other.by.size() && sums.size() == other.sums.size();
    }
  }
}
