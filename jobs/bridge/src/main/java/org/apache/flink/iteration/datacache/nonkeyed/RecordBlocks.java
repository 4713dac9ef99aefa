package org.apache.flink.iteration.datacache.nonkeyed;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.io.disk.iomanager.IOManager;

/**
 * Serialized records in blocks of about a megabyte, in the order they came in: the first 16 MB on
 * the heap, the others in one temporary file of the task manager. Sixteen megabytes hold about
 * 280,000 points of five features.
 *
 * <p>Used by the task's thread alone, but for {@link #close}.
 */
final class RecordBlocks<T> implements Closeable {
  private static final int BLOCK_BYTES = 1024 * 1024;
  private static final int HEAP_BYTES = 16 * BLOCK_BYTES;

  private final TypeSerializer<T> serializer;
  private final IOManager ioManager;
  private final List<Block> blocks = new ArrayList<>();
  private final DataOutputSerializer open = new DataOutputSerializer(1024);

  private int heapBytes;
  private long fileBytes;
  private File path;
  private RandomAccessFile file;

  /**
   * @param heap the bytes, or null when they are in the file
   * @param position where in the file
   */
  private record Block(byte[] heap, long position, int length) {}

  RecordBlocks(TypeSerializer<T> serializer, IOManager ioManager) {
    this.serializer = Objects.requireNonNull(serializer, "serializer is null");
    this.ioManager = Objects.requireNonNull(ioManager, "ioManager is null");
  }

  void add(T value) throws IOException {
    serializer.serialize(value, open);
    if (open.length() >= BLOCK_BYTES) {
      closeBlock();
    }
  }

  /** The records that were added so far. */
  Iterator<T> iterator() {
    try {
      closeBlock();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write cached records to " + path, e);
    }
    return new Records(List.copyOf(blocks).iterator());
  }

  /** Forgets every record and gives memory and disk back. */
  void clear() {
    blocks.clear();
    open.clear();
    heapBytes = 0;
    fileBytes = 0;
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close cached records in " + path, e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (file == null) {
      return;
    }
    file.close();
    file = null;
    java.nio.file.Files.deleteIfExists(path.toPath());
  }

  private void closeBlock() throws IOException {
    int length = open.length();
    if (length == 0) {
      return;
    }
    if (heapBytes + length <= HEAP_BYTES) {
      blocks.add(new Block(open.getCopyOfBuffer(), 0, length));
      heapBytes += length;
    } else {
      file().seek(fileBytes);
      file().write(open.getSharedBuffer(), 0, length);
      blocks.add(new Block(null, fileBytes, length));
      fileBytes += length;
    }
    open.clear();
  }

  private synchronized RandomAccessFile file() throws IOException {
    if (file == null) {
      path = ioManager.createChannel().getPathFile();
      file = new RandomAccessFile(path, "rw");
    }
    return file;
  }

  private byte[] bytes(Block block) throws IOException {
    if (block.heap() != null) {
      return block.heap();
    }
    byte[] bytes = new byte[block.length()];
    file().seek(block.position());
    file().readFully(bytes);
    return bytes;
  }

  private final class Records implements Iterator<T> {
    private final Iterator<Block> rest;
    private final DataInputDeserializer input = new DataInputDeserializer();

    Records(Iterator<Block> rest) {
      this.rest = rest;
    }

    @Override
    public boolean hasNext() {
      return input.available() > 0 || rest.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("No record after the last one");
      }
      try {
        if (input.available() == 0) {
          input.setBuffer(bytes(rest.next()));
        }
        return serializer.deserialize(input);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read cached records from " + path, e);
      }
    }
  }
}
