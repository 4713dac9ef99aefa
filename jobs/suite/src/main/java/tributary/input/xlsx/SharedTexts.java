package tributary.input.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a book, each of which many cells may show; all are kept in memory. */
final class SharedTexts {
  private static final long MOST_MEMORY = 400L << 20;
  private static final int MEMORY_OF_EACH = 48;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final List<String> texts = new ArrayList<>();
  private long memory;

  private SharedTexts() {}

  /**
   * @param part of the book, or null when there are no such texts
   */
  static SharedTexts read(Parts parts, String part) throws IOException {
    SharedTexts shared = new SharedTexts();
    if (part == null) {
      return shared;
    }
    try (InputStream in = parts.open(part)) {
      XMLStreamReader xml = Parts.reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
          shared.add(text(xml, "si"));
        }
      }
    } catch (XMLStreamException e) {
      throw Parts.damaged(part, e);
    }
    return shared;
  }

  private void add(String text) throws IOException {
    memory += MEMORY_OF_EACH + text.length();
    if (memory > MOST_MEMORY) {
      throw new IOException(
          "its texts need more than %s MB of memory; save its sheets as CSV"
              .formatted(MOST_MEMORY >> 20));
    }
    texts.add(text);
  }

  /** The text of this number, from 0, or null. */
  String get(int index) {
    return index >= 0 && index < texts.size() ? texts.get(index) : null;
  }

  /**
   * The text of an element that has begun, its runs put together, without phonetic hints.
   *
   * @param element its local name
   */
  static String text(XMLStreamReader xml, String element) throws XMLStreamException {
    String first = null;
    StringBuilder all = null;
    int phonetic = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("rPh")) {
          phonetic++;
        } else if (xml.getLocalName().equals("t") && phonetic == 0) {
          String run = xml.getElementText();
          if (first == null) {
            first = run;
          } else {
            all = (all == null ? new StringBuilder(first) : all).append(run);
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals("rPh")) {
          phonetic--;
        } else if (xml.getLocalName().equals(element)) {
          return unescaped(all != null ? all.toString() : first == null ? "" : first);
        }
      }
    }
  }

  /** Characters that XML cannot hold are written as {@code _x000D_}. */
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
