package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.sink.Sinks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far the sinks have written, asked from Kafka and set back there. */
final class SinkPositions implements AutoCloseable {

  private static final List<String> SINK_TOPICS = List.of(Topics.FACTS, Topics.DEAD_LETTER);
  private static final int PATIENCE_MILLISECONDS = 10_000;

  /** A question to Kafka. */
  private interface Question<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private final String servers;
  private final Admin admin;

  SinkPositions(String servers) {
    this.servers = servers;
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", servers,
                "request.timeout.ms", PATIENCE_MILLISECONDS / 2,
                "default.api.timeout.ms", PATIENCE_MILLISECONDS));
  }

  /** Where the sinks of all processes are now. */
  Bookmarks now() throws InterruptedException {
    Map<String, Long> positions = new HashMap<>();
    committed().forEach((partition, offset) -> positions.put(partition.toString(), offset));
    return new Bookmarks(Bookmarks.Kafka.APART, cluster(), positions);
  }

  String cluster() throws InterruptedException {
    return answered(() -> admin.describeCluster().clusterId().get());
  }

  /**
   * Sets the sinks back to where they were, never ahead. What is read twice replaces itself.
   *
   * @return records that Kafka no longer has, and that no table will get from it
   * @throws org.apache.kafka.common.errors.GroupNotEmptyException (wrapped) while a sink runs
   */
  long rewind(Bookmarks to) throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> committed = committed();
    Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
    Map<TopicPartition, Long> starts = starts(committed);
    long lost = 0;
    for (Map.Entry<TopicPartition, Long> reached : committed.entrySet()) {
      TopicPartition partition = reached.getKey();
      // A partition that nobody had read when the backup began is read from its start.
      long wanted = Math.min(reached.getValue(), to.positions().getOrDefault(partition + "", 0L));
      long start = starts.get(partition);
      lost += Math.max(0, start - wanted);
      back.put(partition, new OffsetAndMetadata(Math.max(wanted, start)));
    }
    if (!back.isEmpty()) {
      admin.alterConsumerGroupOffsets(Sinks.GROUP, back).all().get();
    }
    return lost;
  }

  private Map<TopicPartition, Long> committed() throws InterruptedException {
    Map<TopicPartition, Long> positions = new HashMap<>();
    answered(
            () -> admin.listConsumerGroupOffsets(Sinks.GROUP).partitionsToOffsetAndMetadata().get())
        .forEach(
            (partition, offset) -> {
              if (offset != null && SINK_TOPICS.contains(partition.topic())) {
                positions.put(partition, offset.offset());
              }
            });
    return positions;
  }

  private Map<TopicPartition, Long> starts(Map<TopicPartition, Long> partitions)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.earliest()));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        answered(() -> admin.listOffsets(wanted).all().get());
    Map<TopicPartition, Long> starts = new HashMap<>();
    found.forEach((partition, info) -> starts.put(partition, info.offset()));
    return starts;
  }

  private <T> T answered(Question<T> question) throws InterruptedException {
    try {
      return question.ask();
    } catch (ExecutionException | KafkaException away) {
      throw new StoreException(
          ErrorCategory.STORE_UNAVAILABLE,
          "cannot ask Kafka on "
              + servers
              + " how far the sinks are: "
              + (away.getCause() == null ? away : away.getCause()).getMessage()
              + ". Start it, or set kafka.bootstrap-servers to where it is",
          away);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
