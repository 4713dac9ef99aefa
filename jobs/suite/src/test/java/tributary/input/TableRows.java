package tributary.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads inspected files as a table does. */
final class TableRows {
  private TableRows() {}

  /** The rows of a file: the table's columns, and after them the problem and the original text. */
  static List<List<String>> of(FileTable table, InspectedFile file) throws IOException {
    int[] places = Header.places(table.columns(), file.columns());
    int[][] wanted =
        IntStream.rangeClosed(0, places.length).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
    List<List<String>> rows = new ArrayList<>();
    for (FileSection section : FileSection.of(file)) {
      try (FileRecord record = section.open(table.options(), ColumnUse.of(wanted, places))) {
        while (record.next()) {
          rows.add(row(record, places));
        }
      }
    }
    return rows;
  }

  private static List<String> row(FileRecord record, int[] places) {
    List<String> row = new ArrayList<>();
    for (int place : places) {
      boolean isUsable = record.problem() == null;
      Object text = isUsable ? record.column(place) : null;
      row.add(text == null ? null : text.toString());
    }
    row.add(record.problem() == null ? null : "line " + record.line() + " " + record.problem());
    row.add(record.raw().toString());
    return row;
  }
}
