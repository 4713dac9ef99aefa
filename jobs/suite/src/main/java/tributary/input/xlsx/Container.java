package tributary.input.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tributary.input.zip.ZipEntries;

/** What a zip file is: a book, or an archive of other files. */
public enum Container {
  BOOK,
  ARCHIVE;

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final int MOST_BYTES = 1 << 20;

  /**
   * @throws IOException when it is damaged, or of a program whose files are not read here
   */
  public static Container of(Path path) throws IOException {
    try (ZipEntries entries = ZipEntries.open(path)) {
      List<String> names = entries.names();
      String types = names.contains(CONTENT_TYPES) ? text(entries, CONTENT_TYPES) : "";
      if (types.contains("spreadsheetml") && types.contains("main+xml")
          || types.contains("ms-excel.sheet.macroEnabled.main+xml")) {
        return BOOK;
      }
      refuse(names, types, names.contains("mimetype") ? text(entries, "mimetype") : "");
      return ARCHIVE;
    }
  }

  private static void refuse(List<String> names, String types, String mimetype) throws IOException {
    if (types.contains("sheet.binary.macroEnabled.main")) {
      throw new IOException("it is a binary spreadsheet (.xlsb); save it as .xlsx or CSV");
    }
    if (mimetype.contains("opendocument")) {
      throw new IOException("it is an OpenDocument file (.ods); save it as .xlsx or CSV");
    }
    if (names.stream().anyMatch(name -> name.startsWith("Index/") && name.endsWith(".iwa"))) {
      throw new IOException("it is a Numbers spreadsheet; export it as .xlsx or CSV");
    }
    if (!types.isEmpty()) {
      throw new IOException("it is an Office file that holds no sheets; save them as .xlsx or CSV");
    }
  }

  private static String text(ZipEntries entries, String name) throws IOException {
    try (InputStream in = entries.open(name)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }
}
