package tributary.lake;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What rows of one key come to, on one side or several, and what their figures never are.
 *
 * @param name a short name, unique in the contract
 * @param says what holds, as a sentence
 * @param of the rows that are counted; sides may have keys of other lengths, which are other keys
 * @param never a condition on the figures of one key, in SQL; where it is true the tally is broken
 * @param severity what a broken one does to a publication
 */
public record Tally(String name, String says, List<Side> of, String never, Severity severity) {
  public Tally {
    requireNonNull(name, "name is null");
    requireNonNull(says, "says is null");
    of = List.copyOf(of);
    requireNonNull(never, "never is null");
    requireNonNull(severity, "severity is null");
  }

  /** How a figure is made of values. Nulls do not count; without any value it is null. */
  public enum Kind {
    /** Their sum: exact to four decimals, unless they are doubles. */
    SUM,
    /** The highest of them. */
    HIGHEST,
    /** The lowest of them. */
    LOWEST,
    /** How many different ones there are, 0 without any. */
    DISTINCT
  }

  /**
   * A figure of a side.
   *
   * @param kind how it is made
   * @param of a number, or of distinct ones any value, as an expression in SQL
   */
  public record Figure(Kind kind, String of) {
    public Figure {
      requireNonNull(kind, "kind is null");
      requireNonNull(of, "of is null");
    }
  }

  /**
   * Rows of one table, or of a query.
   *
   * @param from the table, or a query in brackets; empty for the table that the contract is of
   * @param where a condition on one row, in SQL; empty for all
   * @param by what their key is made of, expressions in SQL; none makes one key of all rows
   * @param figures what they are counted by; several sides may add to the figure of a name
   */
  public record Side(String from, String where, List<String> by, Map<String, Figure> figures) {
    public Side {
      requireNonNull(from, "from is null");
      requireNonNull(where, "where is null");
      by = List.copyOf(by);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /** The kind of each figure. */
  public Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    of.forEach(side -> side.figures().forEach((name, figure) -> kinds.put(name, figure.kind())));
    return kinds;
  }
}
