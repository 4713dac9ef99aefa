package tributary.lake;

import static java.util.Objects.requireNonNull;

/**
 * A column of a contract.
 *
 * @param name the column's name
 * @param type string, long, int, double, boolean, date, timestamp, binary, fixed(n) or decimal(p,s)
 * @param required whether an audit reports nulls; the stored column admits them either way, so that
 *     a null is reported by an audit rather than by a failing job
 * @param comment what the column means, for people
 * @param isProvenance whether it names files or snapshots that rows came from: it is left out where
 *     two states are compared
 */
public record Column(
    String name, String type, boolean required, String comment, boolean isProvenance) {
  public Column {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(comment, "comment is null");
  }

  /** A column of content. */
  public Column(String name, String type, boolean required, String comment) {
    this(name, type, required, comment, false);
  }
}
