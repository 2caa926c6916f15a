package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.topology.Streams;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; leaves existing ones as they are. */
final class TopicSetup {

  /** Room for events that are refused as too large: they have to arrive to be refused. */
  private static final int LARGEST_MESSAGE = 4 << 20;

  /** Deleted records leave the disk with their segment, and only a closed one can go. */
  private static final Map<String, String> SHORT_SEGMENTS =
      Map.of(
          "segment.ms", Long.toString(Duration.ofMinutes(10).toMillis()),
          "segment.bytes", Integer.toString(64 << 20));

  /**
   * Pulses are few. As many partitions as events would be as many tasks, and Kafka Streams, which
   * counts tasks, might give one thread all of the events and the other all of the pulses.
   */
  private static final int PULSE_PARTITIONS = 1;

  private TopicSetup() {}

  static void create(Settings settings) throws InterruptedException {
    String servers = settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      int hours = settings.get(IngestSettings.RETENTION_HOURS);
      int deadHours = settings.get(IngestSettings.DEAD_LETTER_RETENTION_HOURS);
      int partitions = settings.get(IngestSettings.PARTITIONS);
      List<NewTopic> topics =
          List.of(
              topic(settings, Topics.EVENTS, partitions, hours, SHORT_SEGMENTS),
              topic(settings, Topics.FACTS, partitions, hours, Map.of()),
              topic(settings, Topics.DEAD_LETTER, partitions, deadHours, Map.of()),
              topic(settings, Topics.PULSES, PULSE_PARTITIONS, hours, Map.of()));
      for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
        await(created, servers);
      }
    }
  }

  private static NewTopic topic(
      Settings settings, String name, int partitions, int hours, Map<String, String> special) {
    int replicas = settings.get(IngestSettings.REPLICATION);
    Map<String, String> configuration = new HashMap<>(special);
    configuration.put("retention.ms", Long.toString(Duration.ofHours(hours).toMillis()));
    // Records keep the time they were written: replayed ones are old on arrival.
    configuration.put("message.timestamp.type", "LogAppendTime");
    configuration.put("max.message.bytes", Integer.toString(LARGEST_MESSAGE));
    configuration.put("min.insync.replicas", Integer.toString(Streams.leastInSync(replicas)));
    return new NewTopic(name, partitions, (short) replicas).configs(configuration);
  }

  private static void await(KafkaFuture<Void> created, String servers) throws InterruptedException {
    try {
      created.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new StoreException(
            ErrorCategory.STORE_UNAVAILABLE,
            "cannot create the topics on "
                + servers
                + ": "
                + e.getCause().getMessage()
                + ". Start Kafka there, or set "
                + SharedSettings.KAFKA_BOOTSTRAP_SERVERS.key(),
            e);
      }
    }
  }
}
