package city.chengmai.ingest.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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
    try (ChildBroker broker = ChildBroker.start(directory)) {
      createTopic(broker);
      produceInATransaction(broker, "hello", () -> {});
    }
    try (ChildBroker broker = ChildBroker.start(directory)) {
      assertThat(read(broker)).containsExactly("hello");
      assertThat(topics(broker)).contains("kept").noneMatch(name -> name.startsWith("probe."));
    }
  }

  /** Killed as soon as the commit is acknowledged, mostly before its mark is beside the record. */
  @Test
  void recordsSurviveAKill() throws Exception {
    try (ChildBroker broker = ChildBroker.start(directory)) {
      createTopic(broker);
      produceInATransaction(broker, "hello", broker::kill);
    }
    try (ChildBroker broker = ChildBroker.start(directory)) {
      assertThat(read(broker)).containsExactly("hello");
    }
  }

  @Test
  void aSecondBrokerOnTheSameDirectoryIsToldSo() throws Exception {
    try (ChildBroker first = ChildBroker.start(directory)) {
      assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> ChildBroker.start(directory))
          .hasMessageContaining("held by another broker");
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    int[] ports = ChildBroker.freePorts();
    try (ServerSocket socket = new ServerSocket(ports[0], 1, InetAddress.getLoopbackAddress())) {
      Process process = ChildBroker.launch(directory, socket.getLocalPort(), ports[1]);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(output).contains("port " + ports[0] + " on 127.0.0.1 is taken");
      assertThat(process.waitFor()).isNotZero();
    }
  }

  private static void createTopic(ChildBroker broker) throws Exception {
    try (Admin admin = Admin.create(broker.client())) {
      admin.createTopics(List.of(new NewTopic(KEPT.topic(), 1, (short) 1))).all().get();
    }
  }

  private static Set<String> topics(ChildBroker broker) throws Exception {
    try (Admin admin = Admin.create(broker.client())) {
      return admin.listTopics().names().get();
    }
  }

  private static void produceInATransaction(ChildBroker broker, String text, Runnable committed)
      throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer
          .send(new ProducerRecord<>(KEPT.topic(), text.getBytes(StandardCharsets.UTF_8)))
          .get();
      producer.commitTransaction();
      committed.run();
    }
  }

  private static List<String> read(ChildBroker broker) {
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
      // After a kill the broker first writes the mark, on a busy machine not within one poll.
      ConsumerRecords<byte[], byte[]> records = ConsumerRecords.empty();
      for (int look = 0; look < 5 && records.isEmpty(); look++) {
        records = consumer.poll(Duration.ofSeconds(30));
      }
      return records.records(KEPT).stream()
          .map(ConsumerRecord::value)
          .map(value -> new String(value, StandardCharsets.UTF_8))
          .toList();
    }
  }
}
