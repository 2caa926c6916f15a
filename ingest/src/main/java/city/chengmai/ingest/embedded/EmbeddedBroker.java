package city.chengmai.ingest.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A running single-node Kafka (KRaft) on loopback in this JVM.
 *
 * <p>Topics are not created on first use; internal topics have one replica. {@link #start} returns
 * when the broker has taken a record and given it back. Closing stops it and keeps its data.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final BrokerSettings settings;
  private final KafkaRaftServer server;

  private EmbeddedBroker(BrokerSettings settings, KafkaRaftServer server) {
    this.settings = settings;
    this.server = server;
  }

  /**
   * Starts a broker, formatting the data directory on the first start.
   *
   * @throws IllegalStateException when the directory is held by another broker, a port is taken or
   *     the first record does not come back
   */
  public static EmbeddedBroker start(BrokerSettings settings)
      throws IOException, InterruptedException {
    StorageDirectory.formatWhenNew(settings.directory());
    EmbeddedBroker broker = new EmbeddedBroker(settings, server(settings));
    try {
      broker.server.startup();
      BrokerProbe.run(settings.bootstrapServers());
      return broker;
    } catch (RuntimeException | InterruptedException | Error e) {
      broker.close();
      throw e;
    }
  }

  /** Starts a broker on two free loopback ports, for tests. */
  public static EmbeddedBroker startOnFreePorts(Path directory)
      throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      int port = first.getLocalPort();
      int controllerPort = second.getLocalPort();
      first.close();
      second.close();
      return start(new BrokerSettings(directory, port, controllerPort));
    }
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
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static KafkaRaftServer server(BrokerSettings settings) {
    try {
      return new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "cannot start the embedded broker on "
              + settings.bootstrapServers()
              + " with data directory "
              + settings.directory()
              + ": "
              + e.getMessage()
              + ". Stop the other broker that uses the directory or the port, or choose another.",
          e);
    }
  }
}
