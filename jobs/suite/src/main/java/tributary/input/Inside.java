package tributary.input;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import tributary.input.xlsx.MergedCells;

/**
 * Where records are in a file on disk.
 *
 * @param entry the file's name in an archive, or empty
 * @param sheet the name of a book's sheet, or empty
 * @param merged the sheet's merged cells
 */
record Inside(String entry, String sheet, ArrayList<MergedCells> merged) implements Serializable {
  /** All of a file that is no book. */
  static final Inside NOTHING = ofSheet("", List.of());

  Inside {
    requireNonNull(entry, "entry is null");
    requireNonNull(sheet, "sheet is null");
    merged = new ArrayList<>(merged);
  }

  static Inside ofSheet(String sheet, List<MergedCells> merged) {
    return new Inside("", sheet, new ArrayList<>(merged));
  }

  Inside in(String archiveEntry) {
    return new Inside(archiveEntry, sheet, merged);
  }
}
