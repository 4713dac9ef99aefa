package tributary.lake;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tributary.config.Range;

/**
 * What should not have changed much since the last published state.
 *
 * @param name a short name, unique in the contract
 * @param says what holds when it passes
 * @param kind what is compared
 * @param subject the column, for drift; the SQL file, for a measure; else empty
 * @param expected the range in which the figure must be
 * @param severity what a figure outside does to a publication
 * @param remedy what to do about it
 * @param usual how what earlier deliveries did widens the range, if it does
 * @param fewest how many rows it needs to say anything
 */
public record Comparison(
    String name,
    String says,
    Kind kind,
    String subject,
    Range expected,
    Severity severity,
    String remedy,
    Optional<Usual> usual,
    Fewest fewest) {
  /** What is compared. */
  public enum Kind {
    /** The number of rows now, divided by that of the published state. */
    ROWS,
    /** The distribution of a column's values: the population stability index. */
    DRIFT,
    /** The figure that a query gives. */
    MEASURE
  }

  public Comparison {
    requireNonNull(name, "name is null");
    requireNonNull(says, "says is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(severity, "severity is null");
    requireNonNull(remedy, "remedy is null");
    requireNonNull(usual, "usual is null");
    requireNonNull(fewest, "fewest is null");
  }

  /** One of any rows, whose range is the same whatever earlier deliveries did. */
  public Comparison(
      String name,
      String says,
      Kind kind,
      String subject,
      Range expected,
      Severity severity,
      String remedy) {
    this(name, says, kind, subject, expected, severity, remedy, Optional.empty(), Fewest.NONE);
  }
}
