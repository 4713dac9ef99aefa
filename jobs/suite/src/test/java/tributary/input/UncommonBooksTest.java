package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.config.UserError;

/** Books that the standard allows, few programs write and many readers get wrong; and damage. */
class UncommonBooksTest {
  private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  @TempDir Path directory;

  private final Map<String, String> parts = new HashMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='A2' t='d'><v>2024-02-29T10:00:00</v></c> | 2024-02-29 10:00:00",
        "<c r='A2' t='inlineStr'><is><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></is></c> | 東京",
        "<c r='A2' t='s'><v>1</v></c> | 東京",
        "<c r='A2' t='s'><v>2</v></c> | rich text",
        "<c r='A2' t='b'><v>true</v></c> | TRUE",
        "<c r='A2' t='str'><f>\"#N/A\"</f><v>#N/A</v></c> | #N/A",
        "<c r='A2'><f t='shared' si='9'/><v>2.55</v></c> | 2.55",
        "<c r='A2' s='1'><v>40513.5</v></c> | 2014-12-02 12:00:00",
        "<c><v> 5 </v></c> | 5",
      })
  void readsCellsThatFewWrite(String cell, String text) throws IOException {
    write("<row>%s</row>".formatted(cell));
    assertThat(row()).startsWith(text, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='A2' t='e'><f>NA()</f><v>#N/A</v></c> | line 2 has the error #N/A in cell A2; mend it",
        "<c r='A2' t='s'><v>7</v></c> | line 2 has no exact value in cell A2: '7'",
        "<c r='A2' t='s'><v>-1</v></c> | line 2 has no exact value in cell A2: '-1'",
        "<c r='A2' t='s'><v>2000000000</v></c> | line 2 has no exact value in cell A2: '2000000000'",
      })
  void rejectsCellsWithoutAValue(String cell, String problem) throws IOException {
    write("<row r='2'>%s</row>".formatted(cell));
    assertThat(row().get(0)).isNull();
    assertThat(row().get(1)).startsWith(problem);
  }

  @Test
  void refusesACellInNoColumn() throws IOException {
    Path book = write("<row r='2'><c r='ZZZZZZ2'><v>5</v></c></row>");
    assertThatThrownBy(() -> inspect(book))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read book.xlsx: it is damaged: a cell of row 2 is in no column");
  }

  @Test
  void refusesASheetWithAFlippedBit() throws IOException {
    Path book = write("<row r='2'><c r='A2'><v>2.55</v></c></row>");
    byte[] bytes = Files.readAllBytes(book);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<v>2.55") + 3;
    bytes[place] ^= 1;
    Files.write(book, bytes);
    assertThatThrownBy(() -> inspect(book))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read book.xlsx: it is damaged: its size or checksum differs from the archive's");
  }

  @Test
  void takesNoDamageForAValue() throws IOException {
    Path book =
        write(
            "<row r='2'><c r='A2' s='1'><v>40513.5</v></c></row>"
                + "<row r='3'><c r='A3' t='s'><v>1</v></c></row>");
    List<String> whole = texts(book);
    assertThat(whole).containsExactly("2014-12-02 12:00:00", "東京");
    byte[] bytes = Files.readAllBytes(book);
    int refused = 0;
    for (int place = 0; place < bytes.length; place += 3) {
      byte before = bytes[place];
      bytes[place] ^= (byte) (1 << place % 8);
      Files.write(book, bytes);
      bytes[place] = before;
      try {
        assertThat(texts(book)).as("a flipped bit of byte %d", place).isEqualTo(whole);
      } catch (UserError e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(bytes.length / 6);
  }

  @Test
  void findsPartsInAnyCase() throws IOException {
    write("<row r='2'><c r='A2' s='1'><v>40513.5</v></c></row>");
    parts.put("xl/Styles.xml", parts.remove("xl/styles.xml"));
    parts.put("xl/Texts.xml", parts.remove("xl/texts.xml"));
    Path book = Zips.writeUnpacked(directory.resolve("book.xlsx"), parts);
    assertThat(texts(book)).containsExactly("2014-12-02 12:00:00");
  }

  @Test
  void refusesABookThatLacksItsStyles() throws IOException {
    write("<row r='2'><c r='A2' s='1'><v>40513.5</v></c></row>");
    parts.remove("xl/styles.xml");
    Path book = Zips.writeUnpacked(directory.resolve("book.xlsx"), parts);
    assertThatThrownBy(() -> inspect(book))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read book.xlsx: it holds no xl/styles.xml");
  }

  @Test
  void readsManyFormulasOfArrays() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 2; row < 50_002; row++) {
      rows.append(
          "<row r='%d'><c r='A%d'><f t='array' ref='A%d'>B1*2</f><v>%d</v></c></row>"
              .formatted(row, row, row, row));
    }
    assertThat(inspect(write(rows.toString())).lines()).isEqualTo(50_000);
  }

  private List<String> row() throws IOException {
    return TableRows.of(table(), inspect(directory.resolve("book.xlsx"))).get(0);
  }

  /** The texts of the column a; the problem where there is one. */
  private static List<String> texts(Path path) throws IOException {
    return TableRows.of(table(), inspect(path)).stream()
        .map(row -> row.get(1) == null ? row.get(0) : row.get(1))
        .toList();
  }

  private static InspectedFile inspect(Path path) {
    return new FileInspector(table(), Content.TRANSACTIONS)
        .inspectAll(new InputFile(path, "book.xlsx"))
        .get(0);
  }

  private static FileTable table() {
    return new FileTable("t", List.of("a"), FileTableOptions.parse(new HashMap<>()), true);
  }

  /** A strict book of dates since 1904 with the column a, its sheets not packed. */
  private Path write(String rows) throws IOException {
    parts.put(
        "[Content_Types].xml",
        "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r='%s'><workbookPr date1904='1'/><sheets><sheet name='S' r:id='r1'/></sheets></workbook>"
            .formatted(STRICT));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>%s%s%s</Relationships>"
            .formatted(
                relationship("r1", "worksheet", "worksheets/s.xml"),
                relationship("r2", "sharedStrings", "/xl/texts.xml"),
                relationship("r3", "styles", "styles.xml")));
    parts.put(
        "xl/texts.xml",
        "<sst><si><t>a</t></si><si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
            + "<si><r><t>rich </t></r><r><t>text</t></r></si></sst>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
    parts.put(
        "xl/worksheets/s.xml",
        "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row>%s</sheetData></worksheet>"
            .formatted(rows));
    return Zips.writeUnpacked(directory.resolve("book.xlsx"), parts);
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, STRICT, type, target);
  }
}
