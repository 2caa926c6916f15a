package city.chengmai.ingest.gateway.http;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: everything about it is bounded, and it ends when its requests have ended. */
public final class GatewayServer {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  /** Ids of requests may hold a slash, which a client encodes. */
  private static final UriCompliance PATHS =
      UriCompliance.DEFAULT.with(
          "ids",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

  private static final int THREADS = 24;
  private static final int CONNECTIONS = 512;
  private static final int HEADER_BYTES = 16 << 10;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Server server;
  private final ServerConnector connector;

  /** Makes it without starting it. */
  public GatewayServer(String host, int port, Routes routes, Duration stallWindow) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("gateway");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.addBean(new StallGuard(connector.getScheduler(), stallWindow));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    server.setErrorHandler(new PlainErrors());
    server.setHandler(new GracefulHandler(routes));
    server.setStopTimeout(STOP.toMillis());
  }

  /**
   * Starts it.
   *
   * @throws StoreException (BAD_CONFIGURATION) when it cannot listen there
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "the gateway cannot listen on "
              + connector.getHost()
              + ":"
              + connector.getPort()
              + " ("
              + e.getMessage()
              + "); end what listens there, or set "
              + "ingest.gateway-port",
          e);
    } catch (Exception e) {
      throw new IllegalStateException("the gateway's server did not start", e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes no new requests and waits for those under way. */
  public void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("the gateway's server did not stop cleanly: {}", e.toString());
    }
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setUriCompliance(PATHS);
    return configuration;
  }
}
