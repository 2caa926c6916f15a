package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.time.Duration;
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

  private TopicSetup() {}

  static void create(Settings settings) throws InterruptedException {
    String servers = settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      int hours = settings.get(IngestSettings.RETENTION_HOURS);
      int deadHours = settings.get(IngestSettings.DEAD_LETTER_RETENTION_HOURS);
      List<NewTopic> topics =
          List.of(
              topic(settings, Topics.EVENTS, hours),
              topic(settings, Topics.FACTS, hours),
              topic(settings, Topics.DEAD_LETTER, deadHours),
              topic(settings, Topics.PULSES, hours));
      for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
        await(created, servers);
      }
    }
  }

  private static NewTopic topic(Settings settings, String name, int hours) {
    int replicas = settings.get(IngestSettings.REPLICATION);
    return new NewTopic(name, settings.get(IngestSettings.PARTITIONS), (short) replicas)
        .configs(
            Map.of(
                "retention.ms", Long.toString(Duration.ofHours(hours).toMillis()),
                // Records keep the time they were written: replayed ones are old on arrival.
                "message.timestamp.type", "LogAppendTime",
                "max.message.bytes", Integer.toString(LARGEST_MESSAGE)));
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
