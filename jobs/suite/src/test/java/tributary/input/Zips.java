package tributary.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes zip archives. */
final class Zips {
  private Zips() {}

  static Path write(Path path, Map<String, String> texts) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    texts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return writeBytes(path, entries);
  }

  static Path writeBytes(Path path, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return path;
  }
}
