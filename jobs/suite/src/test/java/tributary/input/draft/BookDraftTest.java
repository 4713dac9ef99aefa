package tributary.input.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.input.InputFiles;
import tributary.script.SqlLibrary;

class BookDraftTest {
  private static final String[] NAMES = {"Receipt", "Date", "SKU", "Qty", "Unit price", "Total"};

  @TempDir Path directory;

  @Test
  void findsTheHeaderBelowTitlesAndTheTotalAtTheEnd() throws IOException {
    ProfileDraft draft =
        drafted(
            workbook -> {
              Worksheet sheet = workbook.newWorksheet("Report");
              sheet.value(0, 0, "Sales of March");
              sheet.value(1, 0, "Store: Main");
              sales(sheet, 3);
              sheet.value(24, 0, "Total");
              sheet.value(24, 5, 999);
            });

    assertThat(draft.text())
        .contains("'skip-lines' = '3'")
        .doesNotContain("'sheet'")
        .contains("`Receipt` AS transaction_id")
        .contains("NUMBER_TEXT(`Total`) AS amount");
    assertThat(draft.findings()).anyMatch(finding -> finding.subject().equals("totals"));
  }

  @Test
  void namesTheSheetOfSalesWhereOthersHoldOtherThings() throws IOException {
    String one =
        drafted(
                workbook -> {
                  Worksheet summary = workbook.newWorksheet("Summary");
                  summary.value(0, 0, "Month");
                  summary.value(0, 1, "Revenue");
                  summary.value(1, 0, "March");
                  summary.value(1, 1, 999);
                  sales(workbook.newWorksheet("Orders {1}"), 0);
                })
            .text();
    String several =
        drafted(
                workbook -> {
                  sales(workbook.newWorksheet("Year 2024"), 0);
                  sales(workbook.newWorksheet("Year 2025"), 0);
                  workbook.newWorksheet("Legend").value(0, 0, "x");
                })
            .text();

    assertThat(one).contains("'sheet' = 'Orders ?1?'").doesNotContain("skip-lines");
    assertThat(several).contains("'sheet' = 'Year 202*'").contains("of 40 lines");
  }

  @Test
  void namesEachSheetOfSalesWhereTheirNamesShareNothing() throws IOException {
    ProfileDraft draft =
        drafted(
            workbook -> {
              sales(workbook.newWorksheet("Jan"), 0);
              sales(workbook.newWorksheet("Feb, {late}"), 0);
              sales(workbook.newWorksheet("Mar"), 0);
              workbook.newWorksheet("Notes").value(0, 0, "x");
            });

    assertThat(draft.text()).contains("'sheet' = '{Jan,Feb? ?late?,Mar}'").contains("of 60 lines");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:{Jan,Feb? ?late?,Mar}");
    assertThat(
            Stream.of("Jan", "Feb, {late}", "Mar", "Notes").map(Path::of).filter(matcher::matches))
        .hasSize(3);
    assertThat(draft.findings())
        .anyMatch(finding -> finding.evidence().contains("left out: Notes; add those of later"));
  }

  private static void sales(Worksheet sheet, int top) {
    for (int column = 0; column < NAMES.length; column++) {
      sheet.value(top, column, NAMES[column]);
    }
    for (int row = 1; row <= 20; row++) {
      sheet.value(top + row, 0, 100 + row);
      sheet.value(top + row, 1, LocalDateTime.of(2026, 3, row, 10, 15));
      sheet.style(top + row, 1).format("yyyy-mm-dd hh:mm").set();
      sheet.value(top + row, 2, "A-" + row % 3);
      sheet.value(top + row, 3, 1 + row % 3);
      sheet.value(top + row, 4, 2.5);
      sheet.value(top + row, 5, 2.5 * (1 + row % 3));
    }
  }

  /** Writes the sheets of a book. */
  private interface Sheets {
    void write(Workbook workbook);
  }

  private ProfileDraft drafted(Sheets sheets) throws IOException {
    Path path = directory.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      sheets.write(workbook);
    }
    return new ProfileDrafter(SqlLibrary.bundled(), Choices.none())
        .draft(InputFiles.resolve(path.toString()));
  }
}
