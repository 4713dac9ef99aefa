package tributary.input.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The entries of a zip archive by name, read so that damage is an error. */
public final class ZipEntries implements Closeable {
  private static final Charset NAMES_OF_DOS = Charset.forName("IBM437");

  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;

  private ZipEntries(ZipFile zip) {
    this.zip = zip;
    this.entries = Collections.list(zip.getEntries());
  }

  /**
   * Opens an archive.
   *
   * @throws IOException when it is none, or not whole
   */
  public static ZipEntries open(Path path) throws IOException {
    try {
      return new ZipEntries(ZipFile.builder().setPath(path).setCharset("UTF-8").get());
    } catch (IOException | RuntimeException e) {
      throw new IOException("it is a damaged zip archive, or cut off", e);
    }
  }

  /** All entries that are no directories, in the archive's order. */
  List<ZipArchiveEntry> files() {
    return entries.stream().filter(entry -> !entry.isDirectory()).toList();
  }

  /** The names as they are written, in UTF-8 or else in cp437, with forward slashes. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    files().forEach(entry -> names.add(name(entry)));
    return names;
  }

  /** An entry's name: many archives hold UTF-8 without saying so. */
  static String name(ZipArchiveEntry entry) {
    byte[] bytes = entry.getRawName();
    String name = entry.getName();
    if (bytes != null && !entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      try {
        name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        name = new String(bytes, NAMES_OF_DOS);
      }
    }
    return name.replace('\\', '/');
  }

  /** Whether there is an entry of this name. */
  public boolean has(String name) {
    return names().contains(name);
  }

  /**
   * An entry's bytes, unpacked; reading them fails where they are not what the archive says.
   *
   * @throws IOException when there is no such entry, or it cannot be unpacked
   */
  public InputStream open(String name) throws IOException {
    for (ZipArchiveEntry entry : files()) {
      if (name(entry).equals(name)) {
        return open(entry);
      }
    }
    throw new IOException("it holds no " + name);
  }

  private InputStream open(ZipArchiveEntry entry) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new IOException("it is encrypted; deliver it without a password");
    }
    if (!zip.canReadEntryData(entry)) {
      throw new IOException(
          "it is packed by method %s, which is not read here; pack it by deflate"
              .formatted(entry.getMethod()));
    }
    return new VerifiedStream(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
