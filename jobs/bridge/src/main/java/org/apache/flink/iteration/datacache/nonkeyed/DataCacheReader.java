package org.apache.flink.iteration.datacache.nonkeyed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;

/**
 * Reads what a {@link DataCacheWriter} wrote, with the methods that both the iteration module of
 * Flink ML 2.0 and the operators of 2.2 call.
 */
public class DataCacheReader<T> implements Iterator<T> {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final TypeSerializer<T> serializer;
  private final List<Segment> segments;

  private int segment;
  private int offset;
  private DataInputViewStreamWrapper input;

  public DataCacheReader(TypeSerializer<T> serializer, List<Segment> segments) {
    this.serializer = serializer;
    this.segments = List.copyOf(segments);
  }

  /** The segments know their file system. */
  public DataCacheReader(
      TypeSerializer<T> serializer, FileSystem fileSystem, List<Segment> segments) {
    this(serializer, segments);
  }

  /**
   * Begins at a position that {@link #getPosition} gave.
   *
   * @param position number of a segment, and of a record in it, both from 0
   */
  public DataCacheReader(
      TypeSerializer<T> serializer,
      FileSystem fileSystem,
      List<Segment> segments,
      Tuple2<Integer, Integer> position) {
    this(serializer, segments);
    segment = position.f0;
    for (int skipped = 0; skipped < position.f1; skipped++) {
      next();
    }
  }

  @Override
  public boolean hasNext() {
    while (segment < segments.size() && offset >= segments.get(segment).getCount()) {
      close();
      segment++;
      offset = 0;
    }
    return segment < segments.size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("No record after the last of the cache");
    }
    try {
      if (input == null) {
        input = open(segments.get(segment));
      }
      offset++;
      return serializer.deserialize(input);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + segments.get(segment), e);
    }
  }

  /** Number of the current segment, and of the next record in it, both from 0. */
  public Tuple2<Integer, Integer> getPosition() {
    return Tuple2.of(segment, offset);
  }

  private static DataInputViewStreamWrapper open(Segment segment) throws IOException {
    FileSystem fileSystem = segment.getPath().getFileSystem();
    return new DataInputViewStreamWrapper(
        new BufferedInputStream(fileSystem.open(segment.getPath()), BUFFER_BYTES));
  }

  private void close() {
    if (input == null) {
      return;
    }
    try {
      input.close();
      input = null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + segments.get(segment), e);
    }
  }
}
