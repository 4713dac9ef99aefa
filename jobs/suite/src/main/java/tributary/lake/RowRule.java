package tributary.lake;

import static java.util.Objects.requireNonNull;

/**
 * What no row of a table may be.
 *
 * @param name a short name, unique in the contract
 * @param says what holds instead, as a sentence
 * @param never a condition on one row, in SQL; a row for which it is true breaks the rule
 * @param severity what a broken one does to a publication
 */
public record RowRule(String name, String says, String never, Severity severity) {
  public RowRule {
    requireNonNull(name, "name is null");
    requireNonNull(says, "says is null");
    requireNonNull(never, "never is null");
    requireNonNull(severity, "severity is null");
  }
}
