package city.chengmai.ingest.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.row.FactTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SinkLoopTest {

  private static final TopicPartition FACTS = new TopicPartition(Topics.FACTS, 0);

  private final List<Integer> stored = new ArrayList<>();
  private final InstantSource clock = InstantSource.fixed(TestEvents.NOON);

  @Test
  void aCommitThatTimesOutIsTriedAgain() {
    Broker broker = new Broker(new TimeoutException("no answer"), new TimeoutException("again"));
    SinkLoop loop = loop(broker);
    broker.afterCommit = loop::stop;
    loop.run();
    assertThat(broker.commits).isEqualTo(3);
    assertThat(broker.last).containsEntry(FACTS, new OffsetAndMetadata(1));
    assertThat(stored).containsExactly(1);
  }

  @Test
  void anyOtherFaultEndsTheSinkAndIsTold() {
    SinkLoop loop = loop(new Broker(new KafkaException("not allowed")));
    assertThatThrownBy(loop::run).hasMessage("not allowed");
    assertThat(loop.health().usable()).isFalse();
  }

  private SinkLoop loop(Broker broker) {
    SinkMetrics metrics = new SinkMetrics(new SimpleMeterRegistry());
    RefusedRows none =
        new RefusedRows() {
          @Override
          public void refused(FactTable table, byte[] row, Origin origin, String reason) {}

          @Override
          public void flush() {}
        };
    RowStore store = (table, rows, length) -> stored.add(1);
    return new SinkLoop(
        broker,
        new RecordRows(clock),
        new BatchWriter(store, none, metrics),
        new BatchLimits(1, 1, Duration.ZERO),
        new Backoff(RandomGenerator.getDefault()),
        metrics);
  }

  /** One record, and commits that fail as often as told. */
  private static final class Broker extends MockConsumer<byte[], byte[]> {

    private final List<RuntimeException> faults;
    private Runnable afterCommit = () -> {};
    private Map<TopicPartition, OffsetAndMetadata> last = Map.of();
    private int commits;

    Broker(RuntimeException... faults) {
      super("earliest");
      this.faults = new ArrayList<>(List.of(faults));
      schedulePollTask(
          () -> {
            rebalance(List.of(FACTS));
            updateBeginningOffsets(Map.of(FACTS, 0L));
            addRecord(new ConsumerRecord<>(Topics.FACTS, 0, 0, new byte[0], new byte[] {1}));
          });
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
      commits++;
      if (!faults.isEmpty()) {
        throw faults.remove(0);
      }
      last = offsets;
      afterCommit.run();
    }
  }
}
