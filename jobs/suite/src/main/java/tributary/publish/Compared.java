package tributary.publish;

import static java.util.Objects.requireNonNull;

/**
 * Which rows of a table are compared.
 *
 * @param fresh a condition for rows of the run's table
 * @param published a condition for rows of the table as it was
 */
record Compared(String fresh, String published) {
  Compared {
    requireNonNull(fresh, "fresh is null");
    requireNonNull(published, "published is null");
  }
}
