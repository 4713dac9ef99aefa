package tributary.lake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Reads and writes {@code file:} locations with the JDK alone: no checksum files beside the data,
 * and nothing of Hadoop to start. A location is {@code file://} before a path as it is, without
 * escapes. Public because Iceberg creates it by name, on task managers too.
 *
 * <p>A file whose stream has been closed without an exception survives a power cut: its bytes, its
 * directory's entry of it, and the entries of the directories above, whoever created them. Iceberg
 * closes each file before it writes the one that points at it, and the catalog's pointer moves
 * last: a catalog that syncs its own commits never points at what is lost. Until its stream is
 * closed, a file may be lost or torn. A deleted file may come back; nothing points at it.
 *
 * <p>Not guaranteed: what a disk loses that reports its cache as written; on a network file system,
 * more than its server keeps; on Windows, which syncs no directories, the entries of new files;
 * above a directory that this user may not write to, entries that somebody else has just made.
 */
public final class LocalFileIO implements FileIO {
  private static final long serialVersionUID = 2L;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Disk disk;
  private final transient DurablePaths durable;

  /** On the local disk. */
  public LocalFileIO() {
    this(LocalDisk.INSTANCE);
  }

  LocalFileIO(Disk disk) {
    this.disk = disk;
    this.durable = new DurablePaths(disk);
  }

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInput(location, pathOf(location));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutput(location, pathOf(location), disk, durable);
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(pathOf(location));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + location, e);
    }
  }

  /** The location of a directory: {@code file:///} and its absolute path. */
  static String locationOf(Path path) {
    return "file://" + path.toAbsolutePath().normalize();
  }

  /** What is durable is found out anew, since it may be another machine's disk. */
  private Object readResolve() {
    return new LocalFileIO(disk);
  }

  private static Path pathOf(String location) {
    if (location.startsWith("file:///")) {
      return Path.of(location.substring("file://".length()));
    }
    if (location.startsWith("file:/")) {
      return Path.of(location.substring("file:".length()));
    }
    if (location.startsWith("/")) {
      return Path.of(location);
    }
    throw new IllegalArgumentException("Invalid location: " + location + ", expected file:///...");
  }

  private record LocalInput(String location, Path path) implements InputFile {
    @Override
    public long getLength() {
      try {
        return Files.size(path);
      } catch (NoSuchFileException e) {
        throw new NotFoundException(e, "File does not exist: %s", location);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the length of " + location, e);
      }
    }

    @Override
    public SeekableInputStream newStream() {
      try {
        return new LocalInputStream(Files.newByteChannel(path));
      } catch (NoSuchFileException e) {
        throw new NotFoundException(e, "File does not exist: %s", location);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot open " + location, e);
      }
    }

    @Override
    public boolean exists() {
      return Files.exists(path);
    }
  }

  private record LocalOutput(String location, Path path, Disk disk, DurablePaths durable)
      implements OutputFile {
    @Override
    public PositionOutputStream create() {
      try {
        return open(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        throw new AlreadyExistsException(e, "File already exists: %s", location);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot create " + location, e);
      }
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      try {
        return open(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot create " + location, e);
      }
    }

    @Override
    public InputFile toInputFile() {
      return new LocalInput(location, path);
    }

    private PositionOutputStream open(OpenOption... options) throws IOException {
      disk.createDirectories(path.getParent());
      return new LocalOutputStream(path, disk.create(path, options), durable);
    }
  }

  private static final class LocalInputStream extends SeekableInputStream {
    private final SeekableByteChannel channel;
    private final byte[] single = new byte[1];

    private LocalInputStream(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public long getPos() throws IOException {
      return channel.position();
    }

    @Override
    public void seek(long position) throws IOException {
      channel.position(position);
    }

    @Override
    public int read() throws IOException {
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return channel.read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(Integer.MAX_VALUE, channel.size() - channel.position());
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private static final class LocalOutputStream extends PositionOutputStream {
    private final Path path;
    private final OutputStream stream;
    private final DurablePaths durable;
    private long position;
    private boolean isClosed;

    private LocalOutputStream(Path path, OutputStream stream, DurablePaths durable) {
      this.path = path;
      this.stream = new BufferedOutputStream(stream, BUFFER_BYTES);
      this.durable = durable;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int single) throws IOException {
      naming(() -> stream.write(single));
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      naming(() -> stream.write(bytes, offset, length));
      position += length;
    }

    @Override
    public void flush() throws IOException {
      naming(stream::flush);
    }

    /** Syncs before it closes: a system may forget what it failed to write to a closed file. */
    @Override
    public void close() throws IOException {
      if (isClosed) {
        return;
      }
      isClosed = true;
      naming(this::syncAndClose);
    }

    private void syncAndClose() throws IOException {
      try (stream) {
        stream.flush();
        durable.force(path);
      }
    }

    /** The system says that a disk is full, but not which file could not be written. */
    private void naming(Writing writing) throws IOException {
      try {
        writing.run();
      } catch (IOException e) {
        FileSystemException named = new FileSystemException(path.toString(), null, e.getMessage());
        named.addSuppressed(e);
        throw named;
      }
    }

    private interface Writing {
      void run() throws IOException;
    }
  }
}
