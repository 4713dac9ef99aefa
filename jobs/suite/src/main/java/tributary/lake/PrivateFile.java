package tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Small JSON files beside the lake that only their owner may read, and that appear whole, even
 * after a power cut.
 */
final class PrivateFile {
  /** Iceberg's Jackson, which an open lake loads anyway. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private PrivateFile() {}

  static void write(Path file, Object content) {
    try {
      Path draft =
          Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft", mode());
      try {
        Files.write(draft, JSON.writeValueAsBytes(content));
        LocalDisk.INSTANCE.forceFile(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        LocalDisk.INSTANCE.forceDirectory(file.toAbsolutePath().getParent());
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** The file's content; empty when there is no such file, or none that this user may read. */
  static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
    } catch (NoSuchFileException | AccessDeniedException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }

  private static FileAttribute<?>[] mode() {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
