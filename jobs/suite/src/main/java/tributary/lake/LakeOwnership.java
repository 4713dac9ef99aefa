package tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tributary.config.UserError;

/**
 * The right of one process to open the catalog's database for writing: a lock of the operating
 * system, which ends with its process, and a file that says who holds it.
 */
final class LakeOwnership implements AutoCloseable {
  private static final String LOCK_FILE = "owner.lock";
  private static final String OWNER_FILE = "owner.json";

  /** Closing any channel of a file releases the process's locks on it, so none is opened twice. */
  private static final Set<Path> OWNED_HERE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;
  private final boolean serves;

  private LakeOwnership(Path directory, FileChannel channel, boolean serves) {
    this.directory = directory;
    this.channel = channel;
    this.serves = serves;
  }

  /** Becomes the owner unless another holder of the lock lives. */
  static synchronized Optional<LakeOwnership> tryAcquire(
      Path directory, String command, boolean serves) {
    Path real = existing(directory);
    if (!OWNED_HERE.add(real)) {
      return Optional.empty();
    }
    Optional<LakeOwnership> ownership = Optional.empty();
    try {
      ownership = lock(real.resolve(LOCK_FILE)).map(lock -> new LakeOwnership(real, lock, serves));
      ownership.ifPresent(owned -> owned.announce(command));
      return ownership;
    } catch (IOException e) {
      throw cannotWrite(directory, e);
    } finally {
      if (ownership.isEmpty()) {
        OWNED_HERE.remove(real);
      }
    }
  }

  /**
   * Whether an owner lives. Unlike a process id, the lock tells that of processes in containers and
   * on other machines too. While this looks, for an instant, nobody can become the owner.
   */
  static synchronized boolean isOwned(Path directory) {
    try {
      Path real = directory.toRealPath();
      return OWNED_HERE.contains(real) || isLocked(real.resolve(LOCK_FILE));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the owner lets other processes write through it. */
  boolean serves() {
    return serves;
  }

  /** Who owns the lake, as far as its file tells. */
  static Optional<Owner> owner(Path directory) {
    return PrivateFile.read(directory.resolve(OWNER_FILE), Owner.class);
  }

  @Override
  public void close() {
    try (channel) {
      ServedEndpoint.withdraw(directory);
      PrivateFile.delete(directory.resolve(OWNER_FILE));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release lake " + directory, e);
    } finally {
      OWNED_HERE.remove(directory);
    }
  }

  private void announce(String command) {
    try {
      ServedEndpoint.withdraw(directory);
      String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      PrivateFile.write(
          directory.resolve(OWNER_FILE),
          new Owner(ProcessHandle.current().pid(), command, since, serves));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Path existing(Path directory) {
    try {
      return Files.createDirectories(directory).toRealPath();
    } catch (IOException e) {
      throw cannotWrite(directory, e);
    }
  }

  private static UserError cannotWrite(Path directory, IOException cause) {
    return new UserError(
        "Cannot open lake %s for writing: %s; name a directory that you may write to"
            .formatted(directory, cause),
        cause);
  }

  private static Optional<FileChannel> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(channel);
  }

  private static boolean isLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    }
  }
}
