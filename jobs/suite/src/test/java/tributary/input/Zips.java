package tributary.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes zip archives. */
final class Zips {
  private Zips() {}

  static Path write(Path path, Map<String, String> texts) throws IOException {
    return writeBytes(path, bytes(texts));
  }

  /** Writes an archive in which the texts can be found as they are. */
  static Path writeUnpacked(Path path, Map<String, String> texts) throws IOException {
    return writeBytes(path, bytes(texts), Deflater.NO_COMPRESSION);
  }

  private static Map<String, byte[]> bytes(Map<String, String> texts) {
    Map<String, byte[]> entries = new TreeMap<>();
    texts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return entries;
  }

  static Path writeBytes(Path path, Map<String, byte[]> entries) throws IOException {
    return writeBytes(path, entries, Deflater.DEFAULT_COMPRESSION);
  }

  private static Path writeBytes(Path path, Map<String, byte[]> entries, int level)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.setLevel(level);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return path;
  }
}
