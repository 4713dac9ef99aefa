package tributary.input.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Cells that a sheet shows as one: all but the first are empty.
 *
 * @param range as {@code A3:B5}
 * @param firstRow from 1
 * @param firstColumn from 0
 */
public record MergedCells(String range, int firstRow, int firstColumn, int lastRow, int lastColumn)
    implements Serializable {
  public MergedCells {
    requireNonNull(range, "range is null");
  }

  /** Whether a cell, by its row from 1 and its column from 0, is one of them but not the first. */
  public boolean hides(int row, int column) {
    boolean isFirst = row == firstRow && column == firstColumn;
    return !isFirst
        && row >= firstRow
        && row <= lastRow
        && column >= firstColumn
        && column <= lastColumn;
  }

  static MergedCells of(String range) {
    String[] corners = range.split(":", 2);
    String last = corners[corners.length - 1];
    return new MergedCells(
        range,
        CellAddress.row(corners[0]),
        CellAddress.column(corners[0]),
        CellAddress.row(last),
        CellAddress.column(last));
  }
}
