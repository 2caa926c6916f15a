package city.chengmai.ingest.replay;

import city.chengmai.datasets.event.Topics;
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
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  wanted.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    Map<TopicPartition, OffsetAndMetadata> done =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    var ends =
        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED)).all();
    long lag = 0;
    for (var end : ends.get().entrySet()) {
      OffsetAndMetadata reached = done.get(end.getKey());
      lag += end.getValue().offset() - (reached == null ? 0 : reached.offset());
    }
    return lag;
  }
}
