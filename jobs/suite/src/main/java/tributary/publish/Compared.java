package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import tributary.script.Condition;

/**
 * Which rows of a table are compared.
 *
 * @param fresh a condition for rows of the run's table
 * @param published a condition for rows of the table as it was
 * @param span the days of the fresh rows, where the table has days
 * @param rows how many fresh rows there are, where that is known
 */
record Compared(Condition fresh, Condition published, Optional<Span> span, OptionalLong rows) {
  Compared {
    requireNonNull(fresh, "fresh is null");
    requireNonNull(published, "published is null");
    requireNonNull(span, "span is null");
    requireNonNull(rows, "rows is null");
  }
}
