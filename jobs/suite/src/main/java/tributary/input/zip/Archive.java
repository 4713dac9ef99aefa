package tributary.input.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A zip archive of input files. It is refused as a whole when an entry's name leads out of it or is
 * there twice, when an entry is encrypted, or when it would unpack to more than is sensible.
 */
public final class Archive {
  /** Files that an archive may hold. */
  static final int MOST_FILES = 10_000;

  /** Bytes that all its files may be, unpacked. */
  static final long MOST_BYTES = 64L << 30;

  /** How many times its packed size a file may be, unless it is small. */
  static final long HIGHEST_RATIO = 200;

  private static final long SMALL = 64L << 20;

  private Archive() {}

  /**
   * The names of its files, sorted, with forward slashes; those whose name or folder begins with a
   * dot or an underscore are left out.
   *
   * @throws IOException when it is damaged or refused
   */
  public static List<String> files(Path path) throws IOException {
    try (ZipEntries entries = ZipEntries.open(path)) {
      List<ZipArchiveEntry> files = new ArrayList<>(entries.files());
      files.removeIf(entry -> isHidden(ZipEntries.name(entry)));
      if (files.isEmpty()) {
        throw new IOException("it is a zip archive that holds no file");
      }
      checkSizes(files);
      Set<String> names = new HashSet<>();
      for (ZipArchiveEntry entry : files) {
        check(entry, names);
      }
      return names.stream().sorted().toList();
    }
  }

  /** Unpacks one of its files into a new file in the directory for temporary files. */
  public static Path unpack(Path path, String name) throws IOException {
    Path target = Files.createTempFile("tributary", ".unpacked");
    try (ZipEntries entries = ZipEntries.open(path);
        InputStream in = entries.open(name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  private static void check(ZipArchiveEntry entry, Set<String> names) throws IOException {
    String name = ZipEntries.name(entry);
    if (leadsOut(name)) {
      throw new IOException("its entry '%s' has a path out of it".formatted(visible(name)));
    }
    if (!names.add(name)) {
      throw new IOException("it holds '%s' twice".formatted(name));
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new IOException(
          "its entry '%s' is encrypted; deliver it without a password".formatted(name));
    }
    boolean isSmall = entry.getSize() <= SMALL;
    if (!isSmall && entry.getSize() / HIGHEST_RATIO > entry.getCompressedSize()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "its entry '%s' would unpack to %,d bytes, more than %d times its size; deliver it unpacked",
              name,
              entry.getSize(),
              HIGHEST_RATIO));
    }
  }

  private static void checkSizes(List<ZipArchiveEntry> files) throws IOException {
    if (files.size() > MOST_FILES) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "it holds %,d files, more than %,d; deliver it in parts",
              files.size(),
              MOST_FILES));
    }
    long bytes = 0;
    for (ZipArchiveEntry entry : files) {
      bytes += Math.min(MOST_BYTES, entry.getSize());
      if (bytes > MOST_BYTES) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "with its entry '%s' it would unpack to more than %,d bytes; deliver it in parts",
                ZipEntries.name(entry),
                MOST_BYTES));
      }
    }
  }

  private static boolean isHidden(String name) {
    for (String part : name.split("/")) {
      boolean isUpward = part.equals(".") || part.equals("..");
      if (!isUpward && (part.startsWith(".") || part.startsWith("_"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean leadsOut(String name) {
    return name.startsWith("/")
        || name.matches("(?s)[A-Za-z]:.*")
        || List.of(name.split("/")).contains("..")
        || name.chars().anyMatch(Character::isISOControl);
  }

  private static String visible(String name) {
    StringBuilder text = new StringBuilder();
    name.chars()
        .forEach(
            next ->
                text.append(
                    Character.isISOControl(next)
                        ? String.format(Locale.ROOT, "\\u%04x", next)
                        : String.valueOf((char) next)));
    return text.toString();
  }
}
