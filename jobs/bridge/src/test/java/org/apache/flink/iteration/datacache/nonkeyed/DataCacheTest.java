package org.apache.flink.iteration.datacache.nonkeyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCacheTest {
  @TempDir java.nio.file.Path directory;

  @Test
  void opensNoFileBeforeTheFirstRecord() throws IOException {
    DataCacheWriter<Integer> writer = writer(List.of());
    assertThat(writer.getSegments()).isEmpty();
    assertThat(files()).isZero();
  }

  @Test
  void readsSegmentsInTheOrderTheyWereWritten() throws IOException {
    DataCacheWriter<Integer> writer = writer(List.of());
    write(writer, 1, 2, 3);
    writer.finishCurrentSegment();
    write(writer, 4);
    List<Segment> segments = writer.finish();

    assertThat(segments).extracting(Segment::getCount).containsExactly(3, 1);
    assertThat(segments).extracting(Segment::getSize).containsExactly(12L, 4L);
    assertThat(reader(segments)).toIterable().containsExactly(1, 2, 3, 4);
  }

  @Test
  void takesMoreRecordsAfterItsSegmentsWereAskedFor() throws IOException {
    DataCacheWriter<Integer> writer = writer(List.of());
    write(writer, 1);
    writer.writeSegmentsToFiles();
    assertThat(writer.getSegments()).hasSize(1);
    write(writer, 2);
    assertThat(writer.getFinishSegments()).hasSize(1);
    assertThat(reader(writer.getSegments())).toIterable().containsExactly(1, 2);
  }

  @Test
  void continuesAtAPosition() throws IOException {
    DataCacheWriter<Integer> first = writer(List.of());
    write(first, 1, 2);
    DataCacheWriter<Integer> second = writer(first.finish());
    write(second, 3, 4);
    List<Segment> segments = second.finish();
    DataCacheReader<Integer> reader = reader(segments);
    reader.next();
    reader.next();
    reader.next();

    assertThat(reader.getPosition()).isEqualTo(Tuple2.of(1, 1));
    assertThat(
            new DataCacheReader<>(
                IntSerializer.INSTANCE, second.getFileSystem(), segments, reader.getPosition()))
        .toIterable()
        .containsExactly(4);
  }

  @Test
  void endsWithAClearError() {
    assertThatThrownBy(() -> reader(List.of()).next())
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("No record after the last of the cache");
  }

  @Test
  void deletesItsFiles() throws IOException {
    DataCacheWriter<Integer> writer = writer(List.of());
    write(writer, 1);
    writer.finishCurrentSegment();
    write(writer, 2);
    assertThat(files()).isEqualTo(2);
    writer.cleanup();
    assertThat(files()).isZero();
  }

  private DataCacheWriter<Integer> writer(List<Segment> earlier) {
    return new DataCacheWriter<>(
        IntSerializer.INSTANCE,
        LocalFileSystem.getSharedInstance(),
        () -> new Path(directory.resolve(UUID.randomUUID().toString()).toUri()),
        earlier);
  }

  private static DataCacheReader<Integer> reader(List<Segment> segments) {
    return new DataCacheReader<>(IntSerializer.INSTANCE, segments);
  }

  private static void write(DataCacheWriter<Integer> writer, int... values) throws IOException {
    for (int value : values) {
      writer.addRecord(value);
    }
  }

  private long files() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(directory)) {
      return files.count();
    }
  }
}
