package city.chengmai.ingest.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the session of a broker that was killed before that broker starts again.
 *
 * <p>A node that is controller and broker in one takes the session of its own predecessor for alive
 * until it times out. Kafka 4.3.1 begins meanwhile to finish the transactions that the kill cut
 * short, loses the leaders of all partitions when the session ends, takes partitions without a
 * leader for deleted ones and calls such a transaction complete without having written its mark.
 * Whoever reads committed records then waits for ever at a record that was committed. As controller
 * alone the node ends that session while nothing is being finished.
 */
final class LostSession {

  private static final Logger LOG = LoggerFactory.getLogger(LostSession.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A broker that was killed before it had a session leaves none to be told of. */
  private static final Duration UNTOLD = Duration.ofSeconds(10);

  private LostSession() {}

  /**
   * Runs the node as controller until no broker counts as alive.
   *
   * @throws StoreException when that does not come about within a minute
   */
  static void end(BrokerSettings settings) throws InterruptedException {
    KafkaRaftServer controller =
        new KafkaRaftServer(
            KafkaConfig.fromProps(settings.controllerProperties(), false), Time.SYSTEM);
    try {
      controller.startup();
      awaitNobody(settings);
      LOG.info("the session of the broker that was killed is over");
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static void awaitNobody(BrokerSettings settings) throws InterruptedException {
    long begun = System.nanoTime();
    while (gauge("ActiveControllerCount") != 1 || gauge("ActiveBrokerCount") != 0 || !told(begun)) {
      if (System.nanoTime() - begun > LIMIT.toNanos()) {
        throw new StoreException(
            ErrorCategory.STORE_UNAVAILABLE,
            "the broker of "
                + settings.directory()
                + " was killed, and its session did not end within "
                + LIMIT.toSeconds()
                + " s. Start it again.");
      }
      Thread.sleep(100);
    }
  }

  /** Nobody counts as alive before the topics are read, too; some never had a session. */
  private static boolean told(long begun) {
    return gauge("FencedBrokerCount") > 0 || System.nanoTime() - begun > UNTOLD.toNanos();
  }

  /** A figure of the controller in this process, -1 until it tells it. */
  private static int gauge(String name) {
    try {
      ObjectName figure = new ObjectName("kafka.controller:type=KafkaController,name=" + name);
      return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(figure, "Value"))
          .intValue();
    } catch (JMException notYet) {
      return -1;
    }
  }
}
