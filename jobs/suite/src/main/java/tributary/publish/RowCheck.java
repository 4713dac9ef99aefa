package tributary.publish;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * One check of a table's rows.
 *
 * @param number its number within the audit
 * @param columns indexes of the columns that it concerns
 * @param accepted the texts that are not refused; only of {@link Concern#REFUSED}
 * @param condition index of the column that is true of rows that it concerns, or {@link #ALL_ROWS}
 * @param sums indexes of the columns that are summed
 * @param sign 1, or -1 to subtract them
 */
record RowCheck(
    int number,
    Concern concern,
    List<Integer> columns,
    Set<String> accepted,
    int condition,
    List<Integer> sums,
    int sign)
    implements Serializable {
  static final int ALL_ROWS = -1;

  /** How a value concerns a check; the query knows these numbers. */
  enum Concern {
    IN_KEY,
    NEEDED,
    EXISTING,
    REFUSED,
    HERE,
    THERE,
    BALANCED,
    UNWANTED,
    PRESENT,
    RANK,
    RANK_BEFORE,
    COVERING,
    COVERED
  }

  /** One of all rows, without sums. */
  static RowCheck of(int number, Concern concern, List<Integer> columns, Set<String> accepted) {
    return new RowCheck(number, concern, columns, accepted, ALL_ROWS, List.of(), 1);
  }
}
