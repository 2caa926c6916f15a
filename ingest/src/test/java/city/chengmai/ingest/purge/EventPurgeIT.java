package city.chengmai.ingest.purge;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.TestClock;
import city.chengmai.ingest.embedded.ChildBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed goes, what is not stays, on a real broker. */
class EventPurgeIT {

  private static final String GROUP = "readers";
  private static final TopicPartition FIRST = new TopicPartition(Topics.EVENTS, 0);
  private static final TopicPartition SECOND = new TopicPartition(Topics.EVENTS, 1);
  private static final TopicPartition OTHER = new TopicPartition("other", 0);

  @TempDir private Path directory;

  @Test
  void onlyWhatIsCommittedIsDeleted() throws Exception {
    try (ChildBroker broker = ChildBroker.start(directory);
        Admin admin = Admin.create(broker.client());
        EventPurge purge = purge(broker, InstantSource.system())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.EVENTS, 2, (short) 1), new NewTopic("other", 1, (short) 1)))
          .all()
          .get();
      send(broker);

      purge.purge();
      assertThat(left(broker, FIRST)).as("nothing is committed").hasSize(5);

      try (KafkaProducer<byte[], byte[]> open = transaction(broker)) {
        open.beginTransaction();
        open.sendOffsetsToTransaction(Map.of(FIRST, new OffsetAndMetadata(4)), membership(broker));
        purge.purge();
        assertThat(left(broker, FIRST)).as("the transaction may still roll back").hasSize(5);
        open.abortTransaction();
        purge.purge();
        assertThat(left(broker, FIRST)).as("it was rolled back").hasSize(5);
      }

      commit(admin, Map.of(FIRST, 3L, OTHER, 2L));
      purge.purge();
      purge.purge();
      assertThat(left(broker, FIRST)).containsExactly("event 3", "event 4");
      assertThat(left(broker, SECOND)).as("nobody committed here").hasSize(5);
      assertThat(left(broker, OTHER)).as("not our topic").hasSize(5);
      send(broker);
      assertThat(left(broker, FIRST)).as("the topic goes on").hasSize(7);
    }
  }

  @Test
  void aBrokerThatIsAwayIsToldOfAndAskedAgain() throws Exception {
    int[] ports = ChildBroker.freePorts();
    TestClock clock = new TestClock(Instant.parse("2026-06-01T00:00:00Z"));
    try (EventPurge purge =
        new EventPurge("127.0.0.1:" + ports[0], GROUP, Duration.ofMillis(100), clock)) {
      purge.start();
      clock.pass(Duration.ofMinutes(5));
      await(purge, Health.State.DEGRADED);
      assertThat(purge.health().reason()).contains("not deleted from city.events since");
      try (ChildBroker broker = ChildBroker.start(directory, ports);
          Admin admin = Admin.create(broker.client())) {
        admin.createTopics(List.of(new NewTopic(Topics.EVENTS, 2, (short) 1))).all().get();
        send(broker, Topics.EVENTS, 0);
        commit(admin, Map.of(FIRST, 5L));
        await(purge, Health.State.UP);
        while (!left(broker, FIRST).isEmpty()) {
          Thread.sleep(50);
        }
      }
    }
  }

  private static void await(EventPurge purge, Health.State state) throws InterruptedException {
    while (purge.health().state() != state) {
      Thread.sleep(50);
    }
  }

  private static EventPurge purge(ChildBroker broker, InstantSource clock) {
    return new EventPurge(broker.bootstrapServers(), GROUP, Duration.ofSeconds(30), clock);
  }

  private static void commit(Admin admin, Map<TopicPartition, Long> offsets) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    offsets.forEach((partition, at) -> committed.put(partition, new OffsetAndMetadata(at)));
    admin.alterConsumerGroupOffsets(GROUP, committed).all().get();
  }

  private static KafkaProducer<byte[], byte[]> transaction(ChildBroker broker) {
    Map<String, Object> settings = new HashMap<>(broker.client());
    settings.put("transactional.id", "open");
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private static ConsumerGroupMetadata membership(ChildBroker broker) {
    Map<String, Object> settings = new HashMap<>(broker.client());
    settings.put("group.id", GROUP);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.groupMetadata();
    }
  }

  private static void send(ChildBroker broker) throws Exception {
    send(broker, Topics.EVENTS, 0);
    send(broker, Topics.EVENTS, 1);
    send(broker, "other", 0);
  }

  private static void send(ChildBroker broker, String topic, int partition) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            broker.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < 5; i++) {
        byte[] value = ("event " + i).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, partition, null, value)).get();
      }
    }
  }

  private static List<String> left(ChildBroker broker, TopicPartition partition) {
    List<String> left = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            broker.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> left.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
    }
    return left;
  }
}
