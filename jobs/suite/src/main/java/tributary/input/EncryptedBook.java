package tributary.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Knows books that are encrypted by the name of the stream that then holds them ([MS-OFFCRYPTO]).
 */
final class EncryptedBook {
  private static final byte[] STREAM = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private EncryptedBook() {}

  /** Whether a compound file has such a stream. */
  static boolean is(Path path) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      int matched = 0;
      int next;
      while (matched < STREAM.length && (next = in.read()) >= 0) {
        matched = next == STREAM[matched] ? matched + 1 : next == STREAM[0] ? 1 : 0;
      }
      return matched == STREAM.length;
    }
  }
}
