package city.chengmai.ingest.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * The embedded brokers of one cluster, and which of them this one is. All of them name the same
 * voters, each is broker and controller, and all are on loopback.
 *
 * @param node number of this broker, one of the voters
 * @param voters controller port of each broker by its number
 */
public record BrokerQuorum(int node, SortedMap<Integer, Integer> voters) {

  /** Replicas of each record where there are as many brokers. */
  private static final int REPLICAS = 3;

  /** Checks that this broker votes and that no two share a port. */
  public BrokerQuorum {
    voters = Collections.unmodifiableSortedMap(new TreeMap<>(voters));
    if (!voters.containsKey(node)) {
      throw new IllegalArgumentException(
          "broker " + node + " is not among the voters " + voters + "; name it with its port");
    }
    if (voters.values().stream().distinct().count() < voters.size()) {
      throw new IllegalArgumentException("two voters share a controller port: " + voters);
    }
    voters.forEach((voter, port) -> BrokerSettings.requirePort(port, "port of voter " + voter));
  }

  /** A broker without others. */
  public static BrokerQuorum alone(int controllerPort) {
    return new BrokerQuorum(1, new TreeMap<>(Map.of(1, controllerPort)));
  }

  /** Whether there are no others. */
  boolean isAlone() {
    return voters.size() == 1;
  }

  /** Port of this broker's controller. */
  public int controllerPort() {
    return voters.get(node);
  }

  /** Brokers that hold each record: three, or all where there are fewer. */
  int replicas() {
    return Math.min(REPLICAS, voters.size());
  }

  /** Brokers that must hold a record before it is acknowledged: all but one, at least one. */
  int leastInSync() {
    return Math.max(1, replicas() - 1);
  }

  /** The voters as Kafka's settings name them. */
  String addresses() {
    return voters.entrySet().stream()
        .map(voter -> voter.getKey() + "@127.0.0.1:" + voter.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * Id of the cluster: made anew for a broker alone; brokers of one quorum, which are formatted one
   * by one, work out the same from their voters.
   */
  Uuid clusterId() {
    if (voters.size() == 1) {
      return Uuid.randomUuid();
    }
    try {
      byte[] text = addresses().getBytes(StandardCharsets.UTF_8);
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
      return new Uuid(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
