package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.table.data.StringData;
import tributary.input.xlsx.MergedCells;
import tributary.input.xlsx.SheetRows;
import tributary.input.xlsx.Workbook;

/**
 * The rows of a book's sheet below its header that hold something. A row is a problem when a cell
 * of a column of the table has no value of its own: one that is merged with another, an error, a
 * formula that was never computed.
 */
final class SheetRecord implements FileRecord {
  private final FileSection section;
  private final Workbook book;
  private final SheetRows rows;
  private final int[] mapped;
  private final TextBuffer raw = new TextBuffer();
  private String problem;

  SheetRecord(FileSection section, Path path, ColumnUse use) throws IOException {
    this.section = section;
    this.book = Workbook.open(path);
    this.rows = book.rows(section.inside().sheet());
    this.mapped =
        use.mapped().stream()
            .mapToInt(place -> place)
            .filter(place -> place < section.ownColumns())
            .sorted()
            .toArray();
  }

  @Override
  public boolean next() throws IOException {
    do {
      if (!rows.next()) {
        return false;
      }
    } while (rows.row() <= section.part().offset());
    problem = findProblem();
    return true;
  }

  private String findProblem() {
    for (int column : mapped) {
      String found = rows.problem(column);
      if (found != null) {
        return found;
      }
      for (MergedCells cells : section.inside().merged()) {
        if (cells.hides(rows.row(), column)) {
          return "has cells that are merged (%s), of which only the first has a value; unmerge and fill them"
              .formatted(cells.range());
        }
      }
    }
    return null;
  }

  @Override
  public long line() {
    return rows.row();
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public StringData column(int place) {
    String text = rows.text(place);
    return text == null || Spaces.strip(text).isEmpty() ? null : StringData.fromString(text);
  }

  /** The row as a JSON object with all its cells that are not empty. */
  @Override
  public StringData raw() {
    List<String> names = section.columns();
    raw.clear().append('{');
    for (int column = 0; column < rows.width(); column++) {
      String text = rows.raw(column);
      if (text != null) {
        boolean isNamed = column < section.ownColumns();
        raw.append(raw.length() > 1 ? "," : "");
        raw.appendQuoted(isNamed ? names.get(column) : Header.name(null, column)).append(':');
        raw.appendQuoted(text);
      }
    }
    return raw.append('}').view();
  }

  @Override
  public void close() throws IOException {
    rows.close();
    book.close();
  }
}
