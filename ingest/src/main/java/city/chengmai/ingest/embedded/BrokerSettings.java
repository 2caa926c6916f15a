package city.chengmai.ingest.embedded;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * Where an embedded broker keeps its data and which loopback ports it listens on.
 *
 * @param directory data directory, created when absent; one broker at a time
 * @param port port for clients
 * @param quorum the brokers that it belongs to, with the ports of their KRaft controllers
 */
public record BrokerSettings(Path directory, int port, BrokerQuorum quorum) {

  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** Checks the ports. */
  public BrokerSettings {
    Objects.requireNonNull(directory, "directory");
    requirePort(port, "port");
    if (port == quorum.controllerPort()) {
      throw new IllegalArgumentException("port and controllerPort are both " + port);
    }
  }

  /** A broker without others. */
  public BrokerSettings(Path directory, int port, int controllerPort) {
    this(directory, port, BrokerQuorum.alone(controllerPort));
  }

  /** Port of the KRaft controller. */
  public int controllerPort() {
    return quorum.controllerPort();
  }

  /** Address for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  Properties properties() {
    Properties properties = new Properties();
    identity(properties);
    replicas(properties);
    smallFootprint(properties);
    return properties;
  }

  /** The same node as controller alone: it knows the topics and serves none of them. */
  Properties controllerProperties() {
    Properties properties = properties();
    properties.put("process.roles", "controller");
    properties.put("listeners", CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort());
    properties.remove("advertised.listeners");
    properties.remove("inter.broker.listener.name");
    return properties;
  }

  private void identity(Properties properties) {
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(quorum.node()));
    properties.put("controller.quorum.voters", quorum.addresses());
    properties.put("controller.listener.names", CONTROLLER_LISTENER);
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    properties.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort());
    properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    properties.put("log.dirs", directory.toAbsolutePath().toString());
    properties.put("auto.create.topics.enable", "false");
  }

  private void replicas(Properties properties) {
    String replicas = Integer.toString(quorum.replicas());
    String leastInSync = Integer.toString(quorum.leastInSync());
    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      properties.put(topic + ".replication.factor", replicas);
      properties.put(topic + ".num.partitions", "4");
    }
    properties.put("transaction.state.log.min.isr", leastInSync);
    properties.put("share.coordinator.state.topic.replication.factor", replicas);
    properties.put("share.coordinator.state.topic.min.isr", leastInSync);
    properties.put("share.coordinator.state.topic.num.partitions", "1");
    properties.put("default.replication.factor", replicas);
    properties.put("min.insync.replicas", leastInSync);
  }

  private static void smallFootprint(Properties properties) {
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "4");
    properties.put("background.threads", "2");
    properties.put("log.cleaner.threads", "1");
    // The default of 128 MiB would not fit the small heap of the local mode.
    properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    properties.put("log.segment.bytes", Integer.toString(64 << 20));
    properties.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    properties.put("group.initial.rebalance.delay.ms", "0");
    // After a kill the next start waits this long for the lost session to end.
    properties.put("broker.session.timeout.ms", "3000");
    properties.put("broker.heartbeat.interval.ms", "500");
  }

  static void requirePort(int value, String name) {
    if (value < 1 || value > 65_535) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 to 65535");
    }
  }
}
