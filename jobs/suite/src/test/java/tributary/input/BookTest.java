package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.config.UserError;

class BookTest {
  @TempDir Path directory;

  @Test
  void readsCellsAsTheyAreMeant() throws IOException {
    Path path =
        book(
            Map.of(
                "Sales",
                sheet -> {
                  sheet.value(0, 0, "Code");
                  sheet.value(0, 1, "Value");
                  sheet.value(0, 2, "Day");
                  row(sheet, 1, "85123A", 2.55, LocalDateTime.of(2010, 12, 1, 8, 26));
                  row(sheet, 2, 22423, 17850.0, LocalDateTime.of(2011, 12, 9, 12, 50, 7));
                  row(sheet, 5, "00123", 0.1 + 0.2, LocalDateTime.of(2011, 12, 9, 0, 0));
                  sheet.value(6, 0, true);
                  sheet.value(6, 1, " x ");
                  sheet.value(6, 4, "beside");
                }));
    List<List<String>> rows = rows(path, Map.of(), "Code", "value", "Day");
    assertThat(rows.stream().map(row -> row.subList(0, 4)))
        .containsExactly(
            Arrays.asList("85123A", "2.55", "2010-12-01 08:26:00", null),
            Arrays.asList("22423", "17850", "2011-12-09 12:50:07", null),
            Arrays.asList("00123", "0.3", "2011-12-09 00:00:00", null),
            Arrays.asList("TRUE", " x ", null, null));
    assertThat(rows.get(3).get(4))
        .isEqualTo("{\"Code\":\"TRUE\",\"Value\":\" x \",\"column 5\":\"beside\"}");
    InspectedFile file = inspect(path, Map.of(), "Code").get(0);
    assertThat(file.name()).isEqualTo("book.xlsx");
    assertThat(file.lines()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='A2'><v>9.0071992547409930E15</v></c> | line 2 has no exact value in cell A2: '9.0071992547409930E15'",
        "<c r='A2' t='e'><v>#N/A</v></c> | line 2 has the error #N/A in cell A2; mend it",
        "<c r='A2'><f>B1*2</f></c> | line 2 has a formula without a value in cell A2",
        "<c r='A2' t='s'><v>7</v></c> | line 2 has no exact value in cell A2: '7'",
        "<c r='A2'><v>1,5</v></c> | line 2 has no exact value in cell A2: '1,5'",
      })
  void rejectsCellsWithoutAValueOfTheirOwn(String cell, String problem) throws IOException {
    Path path = sheet("<row r='2'>" + cell + "<c r='B2'><v>5</v></c></row>", "");
    List<String> row = rows(path, Map.of(), "a").get(0);
    assertThat(row.get(0)).isNull();
    assertThat(row.get(1)).startsWith(problem);
    assertThat(rows(path, Map.of(), "b").get(0)).startsWith("5", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='A2'><v>12345678901234567890</v></c> | 12345678901234567890",
        "<c r='A2'><v>1.2E3</v></c> | 1200",
        "<c r='A2'><v>2.5499999999999998</v></c> | 2.55",
        "<c r='A2'><v>0.15</v></c> | 0.15",
        "<c r='A2'><f>1+1</f><v>2</v></c> | 2",
        "<c r='A2' t='str'><f>x</f><v></v></c> |",
        "<c r='A2' t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c> | ab",
        "<c r='A2' t='b'><v>0</v></c> | FALSE",
        "<c r='A2' t='d'><v>2024-02-29T10:00:00</v></c> | 2024-02-29 10:00:00",
      })
  void takesWhatTheFileSays(String cell, String text) throws IOException {
    Path path = sheet("<row r='2'>" + cell + "<c r='B2'><v>5</v></c></row>", "");
    assertThat(rows(path, Map.of(), "a").get(0)).startsWith(text, null);
  }

  @Test
  void rejectsRowsOfMergedCells() throws IOException {
    Path path =
        sheet(
            "<row r='2'><c r='A2'><v>1</v></c><c r='B2'><v>2</v></c></row>"
                + "<row r='3'><c r='B3'><v>3</v></c></row>",
            "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>");
    assertThat(rows(path, Map.of(), "a").get(0)).startsWith("1", null);
    assertThat(rows(path, Map.of(), "a").get(1).get(1))
        .isEqualTo(
            "line 3 has cells that are merged (A2:A3), of which only the first has a value; unmerge and fill them");
    assertThat(rows(path, Map.of(), "b").get(1)).startsWith("3", null);
  }

  @Test
  void readsSheetsThatHaveTheColumns() throws IOException {
    Path path = book(Map.of("2010", sheet -> filled(sheet, "a", 1)));
    assertThat(rows(path, Map.of(), "a").get(0)).startsWith("1", null);
    Path two =
        book(
            Map.of(
                "2010", sheet -> filled(sheet, "a", 1),
                "2011", sheet -> filled(sheet, "a", 2),
                "empty", sheet -> {}));
    List<InspectedFile> files = inspect(two, Map.of(), "a");
    assertThat(files)
        .extracting(InspectedFile::name)
        .containsExactlyInAnyOrder("book.xlsx/2010", "book.xlsx/2011");
    assertThat(files.get(0).sha256()).isNotEqualTo(files.get(1).sha256());
    assertThat(rows(two, Map.of("sheet", "2011"), "a").get(0)).startsWith("2", null);
  }

  @Test
  void asksWhichSheetsAreMeant() throws IOException {
    Path notes =
        book(
            Map.of(
                "Sales", sheet -> filled(sheet, "a", 1),
                "Notes", sheet -> filled(sheet, "note", 2)));
    assertThatThrownBy(() -> inspect(notes, Map.of(), "a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "Cannot read book.xlsx: its sheets 'Notes' do not have the columns of the table; name");
    Path hidden =
        book(
            Map.of(
                "Sales", sheet -> filled(sheet, "a", 1),
                "Old",
                    sheet -> {
                      filled(sheet, "a", 2);
                      sheet.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
                    }));
    assertThatThrownBy(() -> inspect(hidden, Map.of(), "a"))
        .hasMessageContaining("its hidden sheets 'Old' have the columns of the table");
    assertThat(rows(hidden, Map.of("sheet", "S*"), "a").get(0)).startsWith("1", null);
    assertThatThrownBy(() -> inspect(hidden, Map.of("sheet", "X"), "a"))
        .hasMessageContaining("it has no sheet 'X' that holds something");
  }

  @Test
  void skipsRowsAboveTheHeader() throws IOException {
    Path path =
        book(
            Map.of(
                "Sales",
                sheet -> {
                  sheet.value(0, 0, "Report of 2024");
                  sheet.value(3, 0, "a");
                  sheet.value(4, 0, 7);
                }));
    assertThat(rows(path, Map.of("skip-lines", "1"), "a").get(0)).startsWith("7", null);
  }

  @Test
  void tellsOldAndEncryptedBooks() throws IOException {
    byte[] old = new byte[1024];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
    Path path = Files.write(directory.resolve("old.xlsx"), old);
    assertThatThrownBy(() -> inspect(path, Map.of(), "a"))
        .hasMessageContaining("Cannot read old.xlsx: it is an old spreadsheet (.xls)");
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, old, 640, name.length);
    Files.write(path, old);
    assertThatThrownBy(() -> inspect(path, Map.of(), "a"))
        .hasMessageContaining("it is an encrypted spreadsheet; save it without a password");
  }

  private Path book(Map<String, Consumer<Worksheet>> sheets) throws IOException {
    Path path = directory.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      sheets.forEach((name, content) -> content.accept(workbook.newWorksheet(name)));
    }
    return path;
  }

  private static void filled(Worksheet sheet, String column, int value) {
    sheet.value(0, 0, column);
    sheet.value(1, 0, value);
  }

  private static void row(Worksheet sheet, int row, Object code, double value, LocalDateTime day) {
    if (code instanceof Number number) {
      sheet.value(row, 0, number);
    } else {
      sheet.value(row, 0, code.toString());
    }
    sheet.value(row, 1, value);
    sheet.value(row, 2, day);
    sheet.style(row, 2).format("dd/mm/yyyy hh:mm").set();
  }

  /** A book with the columns a and b, and these rows. */
  private Path sheet(String rows, String behind) throws IOException {
    String header =
        "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c>"
            + "<c r='B1' t='inlineStr'><is><t>b</t></is></c></row>";
    return Zips.write(
        directory.resolve("book.xlsx"),
        Map.of(
            "[Content_Types].xml",
            "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>",
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r1'/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/s.xml'/></Relationships>",
            "xl/worksheets/s.xml",
            "<worksheet><sheetData>" + header + rows + "</sheetData>" + behind + "</worksheet>"));
  }

  private List<List<String>> rows(Path path, Map<String, String> options, String... columns)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (InspectedFile file : inspect(path, options, columns)) {
      rows.addAll(TableRows.of(table(options, columns), file));
    }
    return rows;
  }

  private List<InspectedFile> inspect(Path path, Map<String, String> options, String... columns) {
    return new FileInspector(table(options, columns), Content.TRANSACTIONS)
        .inspectAll(new InputFile(path, path.getFileName().toString()));
  }

  private static FileTable table(Map<String, String> options, String... columns) {
    return new FileTable(
        "t", List.of(columns), FileTableOptions.parse(new HashMap<>(options)), true);
  }
}
