package tributary.lake;

import static java.util.Objects.requireNonNull;

/**
 * A sentence that is always true of a table.
 *
 * @param name a short name, unique in the contract
 * @param says the sentence
 * @param sql a query that returns the rows that break it, so none
 * @param severity what a broken one does to a publication
 */
public record Invariant(String name, String says, String sql, Severity severity) {
  public Invariant {
    requireNonNull(name, "name is null");
    requireNonNull(says, "says is null");
    requireNonNull(sql, "sql is null");
    requireNonNull(severity, "severity is null");
  }
}
