package city.chengmai.ingest.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes one record and reads it back: a broker is ready when it has worked once. */
final class BrokerProbe {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private BrokerProbe() {}

  // On this broker alone: when it comes back, others of its quorum may be away.
  static void run(String bootstrapServers, int node) throws InterruptedException {
    String topic = "probe." + Uuid.randomUuid();
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, Map.of(0, List.of(node)))
                      .configs(Map.of("min.insync.replicas", "1"))))
          .all()
          .get(60, TimeUnit.SECONDS);
      try {
        roundTrip(bootstrapServers, topic);
      } finally {
        admin.deleteTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new StoreException(
          ErrorCategory.STORE_UNAVAILABLE,
          "the broker at " + bootstrapServers + " did not answer its first request",
          e);
    }
  }

  private static void roundTrip(String bootstrapServers, String topic)
      throws InterruptedException, ExecutionException {
    byte[] sent = topic.getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, sent)).get();
    }
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      if (consumer.poll(LIMIT).isEmpty()) {
        throw new StoreException(
            ErrorCategory.STORE_UNAVAILABLE,
            "the broker at " + bootstrapServers + " took a record and did not give it back");
      }
    }
  }
}
