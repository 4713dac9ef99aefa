package tributary.input.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tributary.input.xlsx.Parts.Reference;

/** A spreadsheet book (.xlsx, .xlsm). */
public final class Workbook implements Closeable {
  private final Parts parts;
  private final Map<String, Reference> references;
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean from1904;
  private SharedTexts texts;
  private CellFormats formats;

  /**
   * A sheet of cells.
   *
   * @param name as its tab says
   * @param isHidden whether people do not see it
   * @param part where it is in the book
   */
  public record Sheet(String name, boolean isHidden, String part) {}

  private Workbook(Parts parts) throws IOException {
    this.parts = parts;
    String book =
        parts.references("").values().stream()
            .filter(reference -> reference.type().equals("officeDocument"))
            .map(Reference::target)
            .findFirst()
            .orElse("xl/workbook.xml");
    this.references = parts.references(book);
    parts.read(
        book,
        xml -> {
          switch (xml.getLocalName()) {
            case "workbookPr" -> from1904 = isTrue(Parts.attribute(xml, "date1904"));
            case "sheet" ->
                add(
                    Parts.attribute(xml, "name"),
                    Parts.attribute(xml, "state"),
                    references.get(Parts.attribute(xml, "id")));
            default -> {}
          }
        });
  }

  /**
   * @throws IOException when the book is damaged
   */
  public static Workbook open(Path path) throws IOException {
    Parts parts = new Parts(path);
    try {
      return new Workbook(parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private void add(String name, String state, Reference reference) {
    if (name != null && reference != null && reference.type().equals("worksheet")) {
      boolean isHidden = state != null && !state.equals("visible");
      sheets.add(new Sheet(name, isHidden, reference.target()));
    }
  }

  private static boolean isTrue(String text) {
    return "1".equals(text) || "true".equals(text);
  }

  /** Its sheets in the order of their tabs; charts are none. */
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /**
   * Opens a sheet before its first row.
   *
   * @throws IOException when there is none of this name, or the book is damaged
   */
  public SheetRows rows(String sheetName) throws IOException {
    for (Sheet sheet : sheets) {
      if (sheet.name().equals(sheetName)) {
        if (texts == null) {
          String shared = part("sharedStrings");
          texts = SharedTexts.read(parts, shared != null && parts.has(shared) ? shared : null);
          formats = CellFormats.read(parts, part("styles"));
        }
        return new SheetRows(
            parts.open(sheet.part()),
            sheet.part(),
            new CellTexts(texts, formats, new SerialDates(from1904)));
      }
    }
    throw new IOException("it has no sheet '%s'".formatted(sheetName));
  }

  /** The part of a type, which may be missing; or null. */
  private String part(String type) {
    return references.values().stream()
        .filter(reference -> reference.type().equals(type))
        .map(Reference::target)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
