package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

/**
 * Where the server listens.
 *
 * @param host name or address of the interface
 * @param port 0 to 65535, 0 for a free one
 */
public record ServerAddress(String host, int port) {

  /** Checks the range of the port. */
  public ServerAddress {
    requireNonNull(host, "host");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
