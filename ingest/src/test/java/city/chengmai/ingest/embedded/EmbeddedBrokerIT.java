package city.chengmai.ingest.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static final TopicPartition KEPT = new TopicPartition("kept", 0);

  @TempDir Path directory;

  @Test
  void recordsSurviveARestart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startOnFreePorts(directory)) {
      createTopic(broker);
      produceInATransaction(broker, "hello");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.startOnFreePorts(directory)) {
      assertThat(read(broker)).containsExactly("hello");
      assertThat(topics(broker)).contains("kept").noneMatch(name -> name.startsWith("probe."));
    }
  }

  @Test
  void aSecondBrokerOnTheSameDirectoryIsToldSo() throws Exception {
    try (EmbeddedBroker first = EmbeddedBroker.startOnFreePorts(directory)) {
      assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedBroker.startOnFreePorts(directory))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(directory.toString());
    }
  }

  private static void createTopic(EmbeddedBroker broker) throws Exception {
    try (Admin admin = Admin.create(client(broker))) {
      admin.createTopics(List.of(new NewTopic(KEPT.topic(), 1, (short) 1))).all().get();
    }
  }

  private static java.util.Set<String> topics(EmbeddedBroker broker) throws Exception {
    try (Admin admin = Admin.create(client(broker))) {
      return admin.listTopics().names().get();
    }
  }

  private static void produceInATransaction(EmbeddedBroker broker, String text) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(KEPT.topic(), text.getBytes(StandardCharsets.UTF_8)));
      producer.commitTransaction();
    }
  }

  private static List<String> read(EmbeddedBroker broker) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(KEPT));
      consumer.seekToBeginning(List.of(KEPT));
      return consumer.poll(Duration.ofSeconds(30)).records(KEPT).stream()
          .map(ConsumerRecord::value)
          .map(value -> new String(value, StandardCharsets.UTF_8))
          .toList();
    }
  }

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
