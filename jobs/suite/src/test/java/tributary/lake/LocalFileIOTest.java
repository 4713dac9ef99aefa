package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.util.SerializationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileIOTest {
  @TempDir Path directory;

  @Test
  void writesOnATaskManagerToo() throws IOException {
    LocalFileIO arrived =
        SerializationUtil.deserializeFromBytes(
            SerializationUtil.serializeToBytes(new LocalFileIO()));

    write(arrived, directory.resolve("data/month=1/file"));

    assertThat(directory.resolve("data/month=1/file")).hasContent("rows");
  }

  @Test
  void syncsWhatItHasNotWrittenYet() throws IOException {
    LossyDisk disk = new LossyDisk(directory);

    write(new LocalFileIO(disk), directory.resolve("data/file"));

    assertThat(disk.afterPowerCut().get(directory.resolve("data/file")))
        .asString()
        .isEqualTo("rows");
  }

  /** As when Ctrl-C came, and the command records how its run has ended. */
  @Test
  void writesInAThreadThatHasBeenInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    try {
      write(new LocalFileIO(), directory.resolve("data/file"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(directory.resolve("data/file")).hasContent("rows");
  }

  @Test
  void canBeClosedTwice() throws IOException {
    OutputStream stream =
        new LocalFileIO().newOutputFile(LocalFileIO.locationOf(directory.resolve("file"))).create();
    stream.close();
    stream.close();

    assertThat(Files.size(directory.resolve("file"))).isZero();
  }

  private static void write(LocalFileIO files, Path file) throws IOException {
    try (OutputStream stream = files.newOutputFile(LocalFileIO.locationOf(file)).create()) {
      stream.write("rows".getBytes(StandardCharsets.UTF_8));
    }
  }
}
