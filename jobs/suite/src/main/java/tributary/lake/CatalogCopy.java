package tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tributary.config.UserError;

/**
 * The catalog's database, copied to a place of this process's own: SQLite opens a database that has
 * a write-ahead log only where it may write beside it, or where another process has it open.
 */
final class CatalogCopy implements AutoCloseable {
  private static final String LOG_SUFFIX = "-wal";
  private static final int ATTEMPTS = 100;

  private final Path directory;

  private CatalogCopy(Path directory) {
    this.directory = directory;
  }

  /**
   * Copies a database and its log as they are at one moment: neither has changed while they were
   * copied.
   *
   * @throws UserError when it changes all the time, or cannot be read
   */
  static CatalogCopy of(Path database) {
    CatalogCopy copy = new CatalogCopy(newDirectory());
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (copy.take(database)) {
          return copy;
        }
      }
      throw new UserError(
          "Cannot open lake %s: its catalog is being written to; try again"
              .formatted(database.getParent()));
    } catch (IOException e) {
      copy.close();
      throw new UserError("Cannot open lake %s: %s".formatted(database.getParent(), e), e);
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /** The directory that has the database under its own name. */
  Path directory() {
    return directory;
  }

  private boolean take(Path database) throws IOException {
    List<Optional<State>> before = states(database);
    for (Path file : files(database)) {
      Path target = directory.resolve(file.getFileName());
      try {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      } catch (NoSuchFileException e) {
        Files.deleteIfExists(target);
      }
    }
    return states(database).equals(before);
  }

  private static List<Path> files(Path database) {
    return List.of(database, database.resolveSibling(database.getFileName() + LOG_SUFFIX));
  }

  /** What changes whenever a file is written to. */
  private record State(long size, FileTime modified, Object key) {}

  private static List<Optional<State>> states(Path database) throws IOException {
    List<Optional<State>> states = new ArrayList<>();
    for (Path file : files(database)) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        states.add(Optional.of(new State(found.size(), found.lastModifiedTime(), found.fileKey())));
      } catch (NoSuchFileException e) {
        states.add(Optional.empty());
      }
    }
    return states;
  }

  private static Path newDirectory() {
    try {
      return Files.createTempDirectory("tributary-catalog-");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary directory", e);
    }
  }

  @Override
  public void close() {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + directory, e);
    }
  }
}
