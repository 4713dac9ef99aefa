package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class CatalogFailureTest {
  @Test
  void saysWhyTheDiskTookNoMore() {
    IOException full = new FileSystemException("/lake/v2.json", null, "No space left on device");
    CatalogFailure failure =
        CatalogFailure.of(new UncheckedIOException("Failed to write json to file: v2.json", full));

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.message())
        .isEqualTo("Failed to write json to file: v2.json: /lake/v2.json: No space left on device");
  }

  @Test
  void saysWhatCouldNotBeHadWhereTheSystemNamesThePathAlone() {
    CatalogFailure failure =
        CatalogFailure.of(
            new UncheckedIOException("Cannot create v2", new AccessDeniedException("/lake/v2")));

    assertThat(failure.message()).isEqualTo("Cannot create v2: AccessDeniedException: /lake/v2");
  }

  @Test
  void repeatsNoReason() {
    CatalogFailure failure =
        CatalogFailure.of(new CommitFailedException(new IllegalStateException("moved"), "moved"));

    assertThat(failure.status()).isEqualTo(409);
    assertThat(failure.message()).isEqualTo("moved");
  }

  /** A device of Linux that is always full. */
  static boolean hasFullDevice() {
    return Path.of("/dev/full").toFile().canWrite();
  }

  @Test
  @EnabledIf("hasFullDevice")
  void namesTheFileThatCannotBeWritten() {
    IOException failure = null;
    try (OutputStream stream =
        new LocalFileIO().newOutputFile("file:///dev/full").createOrOverwrite()) {
      stream.write(new byte[1]);
    } catch (IOException e) {
      failure = e;
    }
    assertThat(failure).hasMessageStartingWith("/dev/full: ");
  }
}
