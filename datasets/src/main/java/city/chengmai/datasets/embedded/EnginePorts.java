package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Loopback ports of an embedded engine.
 *
 * @param http port of the HTTP interface
 * @param tcp port of the native interface
 */
public record EnginePorts(int http, int tcp) {
  /** Two ports that are free now. */
  public static EnginePorts free() {
    try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new EnginePorts(first.getLocalPort(), second.getLocalPort());
    } catch (IOException none) {
      throw new UncheckedIOException("no free loopback port", none);
    }
  }

  void requireFree() {
    requireFree(http, "HTTP");
    requireFree(tcp, "native");
  }

  private static void requireFree(int port, String purpose) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot start ClickHouse: its "
              + purpose
              + " port 127.0.0.1:"
              + port
              + " is taken by another program; stop that program or choose another port",
          taken);
    }
  }
}
