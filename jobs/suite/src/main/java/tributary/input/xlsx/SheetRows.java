package tributary.input.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rows of a sheet that hold something, one after the other; only one is in memory. */
public final class SheetRows implements Closeable {
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int MOST_MERGED = 10_000;

  private final InputStream in;
  private final String part;
  private final CellTexts cellTexts;
  private final List<MergedCells> merged = new ArrayList<>();
  private XMLStreamReader xml;
  private String[] texts = new String[32];
  private String[] problems = new String[32];
  private int width;
  private int row;
  private int column;

  SheetRows(InputStream in, String part, CellTexts cellTexts) {
    this.in = in;
    this.part = part;
    this.cellTexts = cellTexts;
  }

  /**
   * Moves to the next row with a cell that is not empty; false at the end of the sheet.
   *
   * @throws IOException when the sheet is damaged
   */
  public boolean next() throws IOException {
    try {
      xml = xml == null ? Parts.reader(in) : xml;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && begins(xml.getLocalName())) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw Parts.damaged(part, e);
    }
  }

  private boolean begins(String element) throws IOException, XMLStreamException {
    if (element.equals("row")) {
      readRow();
      return width > 0;
    }
    if (element.equals("mergeCell")) {
      merged.add(MergedCells.of(String.valueOf(Parts.attribute(xml, "ref"))));
      if (merged.size() > MOST_MERGED) {
        throw new IOException(
            String.format(Locale.ROOT, "it has more than %,d merged cells", MOST_MERGED));
      }
    }
    return false;
  }

  /** The row's number, from 1. */
  public int row() {
    return row;
  }

  /** Columns up to the row's last cell that is not empty. */
  public int width() {
    return width;
  }

  /** A cell's text by its column, from 0; null when it is empty, or has no value. */
  public String text(int column) {
    return column < width && problems[column] == null ? texts[column] : null;
  }

  /** Why a cell has no value although it is not empty, or null. */
  public String problem(int column) {
    return column < width ? problems[column] : null;
  }

  /** What the file says of a cell, also where it is no value; null when it is empty. */
  public String raw(int column) {
    return column < width ? texts[column] : null;
  }

  /** The sheet's merged cells, after its last row. */
  public List<MergedCells> merged() {
    return List.copyOf(merged);
  }

  private void readRow() throws IOException, XMLStreamException {
    Arrays.fill(texts, 0, width, null);
    Arrays.fill(problems, 0, width, null);
    width = 0;
    column = -1;
    String number = Parts.attribute(xml, "r");
    row = number == null ? row + 1 : CellAddress.row(number);
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        readCell();
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return;
      }
    }
  }

  private void readCell() throws IOException, XMLStreamException {
    String type = null;
    int style = -1;
    column++;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      switch (xml.getAttributeLocalName(i)) {
        case "r" -> column = CellAddress.column(xml.getAttributeValue(i));
        case "t" -> type = xml.getAttributeValue(i);
        case "s" -> style = CellAddress.row(xml.getAttributeValue(i));
        default -> {}
      }
    }
    if (column < 0 || column >= MOST_COLUMNS) {
      throw new IOException("it is damaged: a cell of row %s is in no column".formatted(row));
    }
    readContent(type, style);
  }

  private void readContent(String type, int style) throws XMLStreamException {
    String formula = null;
    String found = null;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "f" -> formula = xml.getElementText();
          case "v" -> found = xml.getElementText();
          case "is" -> found = SharedTexts.text(xml, "is");
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
    }
    boolean isText = "str".equals(type) || "inlineStr".equals(type);
    if ("e".equals(type)) {
      put(String.valueOf(found), "has the error " + percentFree(found) + " in cell %s; mend it");
    } else if (found != null && !found.isEmpty()) {
      set(found, "inlineStr".equals(type) ? found : cellTexts.text(type, style, found));
    } else if (formula != null && !(isText && found != null)) {
      put(
          "=" + formula,
          "has a formula without a value in cell %s; save the book in a spreadsheet program");
    }
  }

  private static String percentFree(String found) {
    return String.valueOf(found).replace("%", "%%");
  }

  private void set(String found, String text) {
    if (text == null) {
      put(
          found,
          "has no exact value in cell %s: '"
              + percentFree(found)
              + "'; a number of more than 15 digits, such as an id, must be kept as text");
    } else if (!text.isEmpty()) {
      put(text, null);
    }
  }

  private void put(String text, String problem) {
    if (column >= texts.length) {
      int size = Math.max(column + 1, texts.length * 2);
      texts = Arrays.copyOf(texts, size);
      problems = Arrays.copyOf(problems, size);
    }
    width = Math.max(width, column + 1);
    texts[column] = text;
    problems[column] = problem == null ? null : problem.formatted(CellAddress.of(row, column));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
