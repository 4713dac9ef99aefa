package org.apache.flink.iteration.datacache.nonkeyed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.util.function.SupplierWithException;

/**
 * Writes records into files, with the methods that both the iteration module of Flink ML 2.0 and
 * the operators of 2.2 call. A file is opened with its first record, so that a cache nobody writes
 * to holds no file open.
 */
public class DataCacheWriter<T> {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final TypeSerializer<T> serializer;
  private final FileSystem fileSystem;
  private final SupplierWithException<Path, IOException> pathGenerator;
  private final List<Segment> finished;

  private Path path;
  private FSDataOutputStream file;
  private DataOutputViewStreamWrapper output;
  private int count;

  public DataCacheWriter(
      TypeSerializer<T> serializer,
      FileSystem fileSystem,
      SupplierWithException<Path, IOException> pathGenerator) {
    this(serializer, fileSystem, pathGenerator, List.of());
  }

  /** Continues after segments that were written before. */
  public DataCacheWriter(
      TypeSerializer<T> serializer,
      FileSystem fileSystem,
      SupplierWithException<Path, IOException> pathGenerator,
      List<Segment> earlier) {
    this.serializer = serializer;
    this.fileSystem = fileSystem;
    this.pathGenerator = pathGenerator;
    this.finished = new ArrayList<>(earlier);
  }

  public void addRecord(T value) throws IOException {
    if (output == null) {
      path = pathGenerator.get();
      file = fileSystem.create(path, FileSystem.WriteMode.NO_OVERWRITE);
      output = new DataOutputViewStreamWrapper(new BufferedOutputStream(file, BUFFER_BYTES));
    }
    serializer.serialize(value, output);
    count++;
  }

  /** Closes the current file; the next record opens another. */
  public void finishCurrentSegment() throws IOException {
    if (output == null) {
      return;
    }
    output.flush();
    long size = file.getPos();
    output.close();
    finished.add(new Segment(path, count, size));
    output = null;
    count = 0;
  }

  /** All that was written, in order; afterwards more can be. */
  public List<Segment> getSegments() throws IOException {
    finishCurrentSegment();
    return List.copyOf(finished);
  }

  /** As {@link #getSegments}. */
  public List<Segment> finish() throws IOException {
    return getSegments();
  }

  /** What was written before the current file. */
  public List<Segment> getFinishSegments() {
    return List.copyOf(finished);
  }

  /** Does what is left to do: segments are files from the beginning. */
  public void writeSegmentsToFiles() throws IOException {
    finishCurrentSegment();
  }

  public FileSystem getFileSystem() {
    return fileSystem;
  }

  /** Deletes every file. */
  public void cleanup() throws IOException {
    finishCurrentSegment();
    for (Segment segment : finished) {
      fileSystem.delete(segment.getPath(), false);
    }
    finished.clear();
  }
}
