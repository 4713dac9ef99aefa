package tributary.config;

import static java.util.Objects.requireNonNull;

/**
 * Where a server listens.
 *
 * @param host a name or an address
 * @param port 1 to 65535
 */
public record HostAndPort(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;

  public HostAndPort {
    requireNonNull(host, "host is null");
    if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("Invalid address: " + host + ":" + port);
    }
  }

  /**
   * @throws IllegalArgumentException when the text is not HOST:PORT
   */
  public static HostAndPort parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("Invalid address: " + text);
    }
    return new HostAndPort(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
