package tributary.lake;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The endpoint that a serving process published beside the lake.
 *
 * @param address the endpoint's URI
 * @param tokens its tokens
 */
record ServedEndpoint(String address, Tokens tokens) {
  private static final String FILE = "endpoint.json";
  private static final int TIMEOUT_MS = 5_000;

  static void publish(Path directory, ServedEndpoint endpoint) {
    PrivateFile.write(directory.resolve(FILE), endpoint);
  }

  static void withdraw(Path directory) {
    PrivateFile.delete(directory.resolve(FILE));
  }

  /**
   * The published endpoint, when one is published and answers. One that an owner left behind who
   * was killed is never asked: another program may have its port by now, and would get the token.
   */
  static Optional<ServedEndpoint> find(Path directory) {
    return PrivateFile.read(directory.resolve(FILE), ServedEndpoint.class)
        .filter(endpoint -> LakeOwnership.isOwned(directory))
        .filter(ServedEndpoint::answers);
  }

  URI uri() {
    return URI.create(address);
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address + "/v1/config").toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      connection.setRequestProperty("Authorization", "Bearer " + tokens.read());
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
