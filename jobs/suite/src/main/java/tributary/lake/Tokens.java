package tributary.lake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The secrets that open an endpoint: one to read and write with, one that only reads.
 *
 * @param write the token of engines that may write
 * @param read the token of engines that only read
 */
record Tokens(String write, String read) {
  private static final String FILE = "tokens.json";
  private static final int RANDOM_BYTES = 32;

  static Tokens random() {
    return new Tokens(randomToken(), randomToken());
  }

  /** The tokens kept beside the lake, so that engines stay connected when serving restarts. */
  static Tokens kept(Path directory) {
    Path file = directory.resolve(FILE);
    Optional<Tokens> kept = PrivateFile.read(file, Tokens.class);
    if (kept.isPresent()) {
      return kept.get();
    }
    Tokens tokens = random();
    PrivateFile.write(file, tokens);
    return tokens;
  }

  Optional<Access> accessOf(String token) {
    if (isSame(write, token)) {
      return Optional.of(Access.WRITE);
    }
    return isSame(read, token) ? Optional.of(Access.READ) : Optional.empty();
  }

  private static boolean isSame(String secret, String token) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static String randomToken() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Tokens[hidden]";
  }
}
