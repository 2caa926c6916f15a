package city.chengmai.ingest.replay;

import city.chengmai.datasets.event.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How many records the topology and the sinks have not dealt with yet. */
public final class Backlog {

  private final Admin admin;
  private final String topologyGroup;
  private final String sinkGroup;

  /** Asks this broker about these consumer groups; the caller closes the client. */
  public Backlog(Admin admin, String topologyGroup, String sinkGroup) {
    this.admin = admin;
    this.topologyGroup = topologyGroup;
    this.sinkGroup = sinkGroup;
  }

  /** Records behind, in both groups together. */
  public long records() throws InterruptedException {
    return ofTopology() + ofSink();
  }

  /** Events that the topology is behind. */
  public long ofTopology() throws InterruptedException {
    return records(topologyGroup, List.of(Topics.EVENTS));
  }

  /** Facts and dead letters that the sinks are behind. */
  public long ofSink() throws InterruptedException {
    return records(sinkGroup, List.of(Topics.FACTS, Topics.DEAD_LETTER));
  }

  private long records(String group, List<String> topics) throws InterruptedException {
    try {
      return lag(group, topics);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot ask the broker how far its readers are", e);
    }
  }

  private long lag(String group, List<String> topics)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
    }
    Map<TopicPartition, OffsetAndMetadata> done =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    // Where nothing was ever read, all that is there waits; what was deleted is not there.
    List<TopicPartition> unread =
        partitions.stream().filter(partition -> done.get(partition) == null).toList();
    Map<TopicPartition, Long> starts = offsets(unread, OffsetSpec.earliest());
    long lag = 0;
    for (var end : offsets(partitions, OffsetSpec.latest()).entrySet()) {
      OffsetAndMetadata reached = done.get(end.getKey());
      lag += end.getValue() - (reached == null ? starts.get(end.getKey()) : reached.offset());
    }
    return lag;
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    if (partitions.isEmpty()) {
      return Map.of();
    }
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, which));
    var options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(wanted, options)
        .all()
        .get()
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }
}
