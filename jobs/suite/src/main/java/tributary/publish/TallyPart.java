package tributary.publish;

import java.io.Serializable;
import java.util.List;

/**
 * What one side of a tally adds to its figures.
 *
 * @param number of the check within the audit
 * @param condition index of the column that is true of rows that it counts, or {@link
 *     RowCheck#ALL_ROWS}
 * @param by indexes of the columns of the key
 * @param figures what it counts rows by
 */
record TallyPart(int number, int condition, List<Integer> by, List<Figure> figures)
    implements Serializable {

  /** How a value adds to a figure. */
  enum Use {
    EXACT_SUM,
    SUM,
    HIGHEST,
    LOWEST,
    DISTINCT
  }

  /**
   * A figure.
   *
   * @param column index of the column of its values
   * @param use how they add to it
   * @param place its place in a row of {@link RowTally#TYPE}; of distinct values its number from 1
   */
  record Figure(int column, Use use, int place) implements Serializable {}
}
