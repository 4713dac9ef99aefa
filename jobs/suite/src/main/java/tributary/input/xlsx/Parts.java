package tributary.input.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tributary.input.zip.ZipEntries;

/** The XML parts of a book, and what they refer to. */
final class Parts implements Closeable {
  private static final XMLInputFactory FACTORY = factory();

  private final ZipEntries entries;
  private final List<String> names;

  Parts(Path book) throws IOException {
    this.entries = ZipEntries.open(book);
    this.names = entries.names();
  }

  /** Neither DTDs nor external entities are read. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** What is done with each element that begins. */
  interface Element {
    void begin(XMLStreamReader xml) throws IOException, XMLStreamException;
  }

  boolean has(String part) {
    return entry(part) != null;
  }

  /** Reads a part from its beginning to its end. */
  void read(String part, Element element) throws IOException {
    try (InputStream in = open(part)) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          element.begin(xml);
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(part, e);
    }
  }

  InputStream open(String part) throws IOException {
    String entry = entry(part);
    return entries.open(entry == null ? part : entry);
  }

  /** The name of a part's entry, which may differ in case; or null. */
  private String entry(String part) {
    return names.contains(part)
        ? part
        : names.stream().filter(part::equalsIgnoreCase).findFirst().orElse(null);
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(in);
  }

  /**
   * What a part refers to.
   *
   * @param type the last part of the relationship's type
   * @param target a part, by its path in the book
   */
  record Reference(String type, String target) {}

  /** What a part refers to, by the references' ids; the book's own references for an empty name. */
  Map<String, Reference> references(String part) throws IOException {
    int name = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, name);
    String relations = folder + "_rels/" + part.substring(name) + ".rels";
    Map<String, Reference> references = new HashMap<>();
    if (!has(relations)) {
      return references;
    }
    read(
        relations,
        xml -> {
          if (xml.getLocalName().equals("Relationship")) {
            String type = String.valueOf(xml.getAttributeValue(null, "Type"));
            references.put(
                xml.getAttributeValue(null, "Id"),
                new Reference(
                    type.substring(type.lastIndexOf('/') + 1),
                    resolved(folder, String.valueOf(xml.getAttributeValue(null, "Target")))));
          }
        });
    return references;
  }

  private static String resolved(String folder, String target) {
    return target.startsWith("/")
        ? target.substring(1)
        : Path.of("/" + folder).resolve(target).normalize().toString().substring(1);
  }

  /** An attribute by its local name, in any namespace, or null. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Why a part cannot be read: it is no XML, or what is around it is damaged. */
  static IOException damaged(String part, XMLStreamException cause) {
    if (cause.getNestedException() instanceof IOException around) {
      return around;
    }
    return new IOException(
        "it is damaged: %s is not XML at line %s, column %s"
            .formatted(
                part, cause.getLocation().getLineNumber(), cause.getLocation().getColumnNumber()),
        cause);
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
