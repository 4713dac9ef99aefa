package tributary.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tributary.config.UserError;
import tributary.input.InspectedFile.Section;
import tributary.input.xlsx.SheetRows;
import tributary.input.xlsx.Workbook;

/** Finds out which sheets of a book a table reads, and reads each to its end. */
final class BookInspector {
  private final FileTable table;
  private final InputFile file;

  BookInspector(FileTable table, InputFile file) {
    this.table = table;
    this.file = file;
  }

  /**
   * A sheet to be read.
   *
   * @param header the row of its header, from 1; or 0
   * @param rows of them below the header
   */
  record Sheet(String name, List<String> columns, int header, long rows, Inside inside) {
    Section section() {
      return new Section(header, 1, header + 1);
    }
  }

  /** What a sheet's header says; no columns when it is empty. */
  private record Top(Workbook.Sheet sheet, List<String> columns, int row) {}

  /**
   * The sheets that the profile names; else all that can be seen and hold something, when each has
   * the columns of the table.
   *
   * @throws UserError when it is not clear which sheets are meant
   * @throws IOException when the book is damaged
   */
  List<Sheet> inspect() throws IOException {
    try (Workbook book = Workbook.open(file.path())) {
      List<Top> tops = new ArrayList<>();
      for (Workbook.Sheet sheet : book.sheets()) {
        Top top = top(book, sheet);
        if (!top.columns().isEmpty()) {
          tops.add(top);
        }
      }
      List<Sheet> sheets = new ArrayList<>();
      for (Top top : table.options().sheet().isEmpty() ? usual(tops) : named(tops)) {
        sheets.add(whole(book, top));
      }
      return sheets;
    } catch (UserError | IOException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IOException("it is damaged, or no spreadsheet", e);
    }
  }

  private Top top(Workbook book, Workbook.Sheet sheet) throws IOException {
    FileTableOptions options = table.options();
    try (SheetRows rows = book.rows(sheet.name())) {
      while (rows.next()) {
        if (rows.row() > options.skipLines()) {
          return options.hasHeader()
              ? new Top(sheet, names(rows), rows.row())
              : new Top(sheet, table.columns(), options.skipLines());
        }
      }
      return new Top(sheet, List.of(), 0);
    }
  }

  private static List<String> names(SheetRows rows) {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < rows.width(); column++) {
      names.add(Header.name(rows.text(column), column));
    }
    return names;
  }

  private List<Top> named(List<Top> tops) {
    List<Top> named =
        tops.stream().filter(top -> table.options().readsSheet(top.sheet().name())).toList();
    if (named.isEmpty()) {
      throw new UserError(
          "it has no sheet '%s' that holds something (it has: %s)"
              .formatted(table.options().sheet(), namesOf(tops)));
    }
    return named;
  }

  private List<Top> usual(List<Top> tops) {
    List<Top> seen = tops.stream().filter(top -> !top.sheet().isHidden()).toList();
    List<Top> hidden =
        tops.stream().filter(top -> top.sheet().isHidden()).filter(this::fits).toList();
    if (seen.isEmpty() && hidden.isEmpty()) {
      throw new UserError("none of its sheets that can be seen holds anything");
    }
    if (!hidden.isEmpty()) {
      throw unclear("its hidden sheets %s have the columns of the table", hidden, tops);
    }
    if (seen.size() > 1 && !seen.stream().allMatch(this::fits)) {
      List<Top> others = seen.stream().filter(top -> !fits(top)).toList();
      throw unclear("its sheets %s do not have the columns of the table", others, tops);
    }
    return seen;
  }

  private UserError unclear(String what, List<Top> which, List<Top> all) {
    return new UserError(
        "%s; name the sheets to be read in the profile's option 'sheet', which may be a pattern (it has: %s)"
            .formatted(what.formatted(namesOf(which)), namesOf(all)));
  }

  private boolean fits(Top top) {
    return Header.fits(
        table.columns(),
        DirectoryColumn.names(top.columns(), DirectoryColumn.of(file.place(), top.columns())));
  }

  private static String namesOf(List<Top> tops) {
    return String.join(
        ", ", tops.stream().map(top -> "'" + Spaces.visible(top.sheet().name()) + "'").toList());
  }

  private Sheet whole(Workbook book, Top top) throws IOException {
    String name = top.sheet().name();
    try (SheetRows rows = book.rows(name)) {
      long count = 0;
      while (rows.next()) {
        count += rows.row() > top.row() ? 1 : 0;
      }
      Inside inside = Inside.ofSheet(name, rows.merged());
      return new Sheet(name, top.columns(), top.row(), count, inside);
    }
  }
}
