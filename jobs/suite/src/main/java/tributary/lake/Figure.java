package tributary.lake;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tributary.config.Range;

/**
 * What is plausible of a table by itself, from its first rows on.
 *
 * @param name a short name, unique in the contract
 * @param says what holds when it passes
 * @param measure the SQL file that gives the figure
 * @param expected the range in which the figure should be; outside, there is a warning
 * @param tolerated the range outside of which it keeps a run from being published, if any does
 * @param remedy what to do about it
 * @param fewest how many rows of the table it needs to say anything
 */
public record Figure(
    String name,
    String says,
    String measure,
    Range expected,
    Optional<Range> tolerated,
    String remedy,
    long fewest) {
  public Figure {
    requireNonNull(name, "name is null");
    requireNonNull(says, "says is null");
    requireNonNull(measure, "measure is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(tolerated, "tolerated is null");
    requireNonNull(remedy, "remedy is null");
  }
}
