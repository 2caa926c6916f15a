package city.chengmai.ingest.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A running Kafka broker (KRaft) on loopback, alone or one of a quorum. It takes over its JVM
 * (default locale, process exit on a fatal fault), so give it a process of its own.
 *
 * <p>Topics are not created on first use; internal topics have a replica on each of up to three
 * brokers. {@link #start} returns when the broker has taken a record and given it back, in a quorum
 * not before most of its brokers run. Closing stops it and keeps its data.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final BrokerSettings settings;
  private final DirectoryLock lock;
  private final KafkaRaftServer server;

  private EmbeddedBroker(BrokerSettings settings, DirectoryLock lock, KafkaRaftServer server) {
    this.settings = settings;
    this.lock = lock;
    this.server = server;
  }

  /**
   * Starts a broker, formatting the data directory on the first start.
   *
   * @throws StoreException when the directory is held by another broker, a port is taken or the
   *     first record does not come back
   */
  public static EmbeddedBroker start(BrokerSettings settings)
      throws IOException, InterruptedException {
    // Kafka 4.3.1 upper-cases enum names in the default locale, which fails in Turkish.
    Locale.setDefault(Locale.ROOT);
    DirectoryLock lock = DirectoryLock.acquire(settings.directory());
    try {
      requireFree(settings.port());
      requireFree(settings.controllerPort());
      StorageDirectory.formatWhenNew(settings.directory(), settings.quorum());
      if (settings.quorum().isAlone() && StorageDirectory.leftByAKill(settings.directory())) {
        LostSession.end(settings);
      }
      EmbeddedBroker broker = new EmbeddedBroker(settings, lock, server(settings));
      broker.startServer();
      return broker;
    } catch (IOException | RuntimeException | InterruptedException | Error e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Refuses a data directory whose broker runs: its files change while they are copied.
   *
   * @throws StoreException (BAD_CONFIGURATION) when it runs
   */
  public static void requireStopped(Path directory) throws IOException {
    DirectoryLock.acquire(directory).close();
  }

  /** Address for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  /** Blocks until the broker has stopped. */
  public void awaitStop() {
    server.awaitShutdown();
  }

  @Override
  public void close() throws IOException {
    stopServer();
    lock.close();
  }

  private void startServer() throws InterruptedException {
    try {
      server.startup();
      BrokerProbe.run(settings.bootstrapServers(), settings.quorum().node());
    } catch (RuntimeException | InterruptedException | Error e) {
      stopServer();
      throw e;
    }
  }

  private void stopServer() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "port "
              + port
              + " on 127.0.0.1 is taken, the embedded broker cannot listen there."
              + " Stop the process that holds it, or choose another port.",
          e);
    }
  }

  private static KafkaRaftServer server(BrokerSettings settings) {
    return new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
  }
}
