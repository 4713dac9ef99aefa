package tributary.lake;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disk under the default file system. */
enum LocalDisk implements Disk {
  INSTANCE;

  /** Windows opens no directories, and has no other way of syncing them. */
  private static final boolean SYNCS_DIRECTORIES = File.separatorChar == '/';

  @Override
  public void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory);
  }

  @Override
  public OutputStream create(Path file, OpenOption... options) throws IOException {
    return Files.newOutputStream(file, options);
  }

  @Override
  public void forceFile(Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    if (!SYNCS_DIRECTORIES) {
      return;
    }
    try {
      force(directory, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new IOException(
          "Cannot sync directory %s: %s; keep the lake where its owner may read and sync directories"
              .formatted(directory, e),
          e);
    }
  }

  /** Unlike a FileChannel, an asynchronous one is not closed by an interrupt, such as Ctrl-C's. */
  private static void force(Path path, OpenOption mode) throws IOException {
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
