import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Writes one text with its reading aid inline and as a shared text; prints what each cell is. */
public class PhoneticText {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String TEXT =
      "<t>\u6771\u4eac</t><rPh sb='0' eb='2'><t>\u30c8\u30a6\u30ad\u30e7\u30a6</t></rPh>";

  public static void main(String[] arguments) throws Exception {
    Path book = Files.createTempFile("book", ".xlsx");
    try (OutputStream file = Files.newOutputStream(book);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    try (ReadableWorkbook workbook = new ReadableWorkbook(book.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.flatMap(Row::stream).forEach(cell -> System.out.println(escaped(cell.getText())));
    }
    Files.delete(book);
  }

  private static String escaped(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='rels'"
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + override("/xl/workbook.xml", "sheet.main+xml")
            + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
            + override("/xl/sharedStrings.xml", "sharedStrings+xml")
            + "</Types>");
    parts.put("_rels/.rels", relationships("officeDocument", "xl/workbook.xml", null, null));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relationships("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"
            .formatted(MAIN, OFFICE));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='%s'><sheetData><row r='1'><c r='A1' t='inlineStr'><is>%s</is></c><c r='B1' t='s'><v>0</v></c></row></sheetData></worksheet>"
            .formatted(MAIN, TEXT));
    parts.put("xl/sharedStrings.xml", "<sst xmlns='%s'><si>%s</si></sst>".formatted(MAIN, TEXT));
    return parts;
  }

  private static String override(String part, String type) {
    return "<Override PartName='%s' ContentType='%s%s'/>".formatted(part, TYPE, type);
  }

  private static String relationships(String one, String target, String other, String second) {
    String first = "<Relationship Id='r1' Type='%s/%s' Target='%s'/>".formatted(OFFICE, one, target);
    String more =
        other == null
            ? ""
            : "<Relationship Id='r2' Type='%s/%s' Target='%s'/>".formatted(OFFICE, other, second);
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s%s</Relationships>"
        .formatted(first, more);
  }
}
