package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** How many brokers hold the partitions of every topic, internal ones too. */
final class Replicas implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Admin admin;

  Replicas(Map<String, Object> client) {
    admin = Admin.create(client);
  }

  /**
   * Waits until every partition is in sync on as many brokers.
   *
   * @return how long it took
   */
  Duration awaitWhole(int brokers) throws InterruptedException, ExecutionException {
    long started = System.nanoTime();
    List<String> lacking = lacking(brokers);
    while (!lacking.isEmpty()) {
      if (System.nanoTime() - started > LIMIT.toNanos()) {
        throw new IllegalStateException("not on " + brokers + " brokers: " + lacking);
      }
      Thread.sleep(200);
      lacking = lacking(brokers);
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Fails where a record is acknowledged by fewer. */
  void requireLeastInSync(int least) throws InterruptedException, ExecutionException {
    Set<ConfigResource> topics =
        topics().stream()
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
            .collect(Collectors.toSet());
    admin
        .describeConfigs(topics)
        .all()
        .get()
        .forEach(
            (topic, configuration) ->
                assertThat(configuration.get("min.insync.replicas").value())
                    .as(topic.name())
                    .isEqualTo(Integer.toString(least)));
  }

  private List<String> lacking(int brokers) throws InterruptedException, ExecutionException {
    return admin.describeTopics(topics()).allTopicNames().get().values().stream()
        .filter(topic -> lacks(topic, brokers))
        .map(TopicDescription::name)
        .toList();
  }

  private static boolean lacks(TopicDescription topic, int brokers) {
    return topic.partitions().stream().anyMatch(partition -> partition.isr().size() != brokers);
  }

  // Without what a broker writes to itself at its start.
  private Set<String> topics() throws InterruptedException, ExecutionException {
    Set<String> names =
        admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
            .filter(name -> !name.startsWith("probe."))
            .collect(Collectors.toSet());
    assertThat(names).contains(Topics.EVENTS, Topics.FACTS);
    return names;
  }

  @Override
  public void close() {
    admin.close();
  }
}
