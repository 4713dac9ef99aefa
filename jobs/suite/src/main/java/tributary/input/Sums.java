package tributary.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 sums, hexadecimal. */
final class Sums {
  private Sums() {}

  /** Of a file's bytes. */
  static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[1 << 16];
      int size;
      while ((size = in.read(chunk)) > 0) {
        digest.update(chunk, 0, size);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /** Of a part of a file, by the file's sum and the part's name. */
  static String of(String fileSum, String part) {
    byte[] both = (fileSum + "/" + part).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest().digest(both));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot make SHA-256 sums on this Java", e);
    }
  }
}
