package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param host name or address of the interface
 * @param port 0 to 65535, 0 for a free one
 * @param tls certificate and key; empty: without TLS
 */
public record ServerAddress(String host, int port, Optional<TlsFiles> tls) {

  /** Without TLS. */
  public ServerAddress(String host, int port) {
    this(host, port, Optional.empty());
  }

  /** Checks the range of the port. */
  public ServerAddress {
    requireNonNull(host, "host");
    requireNonNull(tls, "tls");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
