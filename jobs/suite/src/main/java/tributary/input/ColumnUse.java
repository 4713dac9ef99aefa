package tributary.input;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a query needs of the columns of a file, each by its place.
 *
 * @param mapped asked for as columns of the table
 * @param all whether the others are asked for too, as unmapped columns or in the original text
 */
record ColumnUse(Set<Integer> mapped, boolean all) {
  ColumnUse {
    mapped = Set.copyOf(mapped);
  }

  /**
   * @param wanted paths into the table's columns and, after them, its line column
   * @param places where in the file each of the table's columns is
   */
  static ColumnUse of(int[][] wanted, int[] places) {
    Set<Integer> mapped = new HashSet<>();
    boolean all = false;
    for (int[] path : wanted) {
      if (path[0] < places.length) {
        mapped.add(places[path[0]]);
      } else {
        all |=
            path.length == 1
                || path[1] == LineColumn.RAW_LINE
                || path[1] == LineColumn.UNMAPPED_COLUMNS;
      }
    }
    return new ColumnUse(mapped, all);
  }

  /** The places of the columns to be read of a file that has so many. */
  int[] read(int columns) {
    return IntStream.range(0, columns).filter(i -> all || mapped.contains(i)).toArray();
  }
}
