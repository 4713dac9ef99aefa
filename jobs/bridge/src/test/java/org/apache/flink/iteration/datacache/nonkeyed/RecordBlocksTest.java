package org.apache.flink.iteration.datacache.nonkeyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.io.disk.iomanager.IOManager;
import org.apache.flink.runtime.io.disk.iomanager.IOManagerAsync;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordBlocksTest {
  /** 24 MB of longs: 16 MB stay on the heap, the rest is in a file. */
  private static final long MANY = 3L * 1024 * 1024;

  @TempDir Path directory;

  private IOManager ioManager;
  private RecordBlocks<Long> blocks;

  @BeforeEach
  void open() {
    ioManager = new IOManagerAsync(directory.toString());
    blocks = new RecordBlocks<>(LongSerializer.INSTANCE, ioManager);
  }

  @AfterEach
  void close() throws Exception {
    blocks.close();
    ioManager.close();
  }

  @Test
  void givesNothingBeforeTheFirstRecord() {
    Iterator<Long> records = blocks.iterator();
    assertThat(records).isExhausted();
    assertThatThrownBy(records::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void keepsFewRecordsOnTheHeap() throws IOException {
    add(5);
    assertThat(blocks.iterator()).toIterable().containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(files()).isZero();
  }

  @Test
  void givesManyRecordsInOrderAsOftenAsAsked() throws IOException {
    add(MANY);
    assertThatRecordsAreComplete(MANY);
    assertThatRecordsAreComplete(MANY);
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void takesMoreRecordsAfterItWasRead() throws IOException {
    add(3);
    assertThat(blocks.iterator()).toIterable().hasSize(3);
    blocks.add(3L);
    assertThat(blocks.iterator()).toIterable().containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void leavesNoFileWhenCleared() throws IOException {
    add(MANY);
    blocks.clear();
    assertThat(files()).isZero();
    assertThat(blocks.iterator()).isExhausted();
    add(MANY);
    assertThatRecordsAreComplete(MANY);
  }

  private void add(long count) throws IOException {
    for (long record = 0; record < count; record++) {
      blocks.add(record);
    }
  }

  private void assertThatRecordsAreComplete(long count) {
    Iterator<Long> records = blocks.iterator();
    for (long record = 0; record < count; record++) {
      if (records.next() != record) {
        throw new AssertionError("record " + record + " is another");
      }
    }
    assertThat(records).isExhausted();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
