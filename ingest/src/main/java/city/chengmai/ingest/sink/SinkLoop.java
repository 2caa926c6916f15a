package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.event.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer that fills batches and writes them. While ClickHouse is away it keeps one batch,
 * pauses its partitions and goes on polling, so that it stays in its group. Runs on its own thread;
 * {@link #stop} may be called from any.
 */
final class SinkLoop implements Runnable, ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Consumer<byte[], byte[]> consumer;
  private final RecordRows rows;
  private final BatchWriter writer;
  private final BatchLimits limits;
  private final Backoff backoff;
  private final SinkMetrics metrics;
  private final Batch batch = new Batch();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private volatile boolean stopping;
  private volatile Health health = Health.UP;
  private long waitUntil;
  private long awaySince;

  SinkLoop(
      Consumer<byte[], byte[]> consumer,
      RecordRows rows,
      BatchWriter writer,
      BatchLimits limits,
      Backoff backoff,
      SinkMetrics metrics) {
    this.consumer = consumer;
    this.rows = rows;
    this.writer = writer;
    this.limits = limits;
    this.backoff = backoff;
    this.metrics = metrics;
  }

  Health health() {
    return health;
  }

  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(List.of(Topics.FACTS, Topics.DEAD_LETTER), this);
      while (!stopping) {
        stepOrTryAgain();
      }
    } catch (WakeupException e) {
      LOG.debug("sink asked to stop");
    } catch (RuntimeException | Error e) {
      health = Health.down("the sink stopped: " + e).because("sink-stopped");
      LOG.error("the sink stopped", e);
      throw e;
    } finally {
      // What is not committed is read again by the next one.
      consumer.close();
    }
  }

  private void stepOrTryAgain() {
    try {
      step();
    } catch (RetriableException e) {
      // Nothing is lost: what was polled is in the batch, the rest has not moved.
      LOG.warn("Kafka did not answer the sink, trying again: {}", e.toString());
    }
  }

  private void step() {
    if (isAway()) {
      consumer.pause(consumer.assignment());
    }
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      rows.add(record, batch, System.nanoTime());
    }
    long now = System.nanoTime();
    if (isAway() ? now - waitUntil >= 0 : batch.isDue(limits, now)) {
      flush();
    } else if (batch.isEmpty()) {
      commit();
    }
  }

  private void flush() {
    try {
      writer.write(batch);
    } catch (StoreException fault) {
      waitAfter(fault);
      return;
    }
    back();
    commit();
  }

  private void waitAfter(StoreException fault) {
    long now = System.nanoTime();
    metrics.retried();
    if (!isAway()) {
      awaySince = now;
      health =
          Health.degraded(fault.getMessage())
              .because(fault.isDiskFull() ? "disk-full" : fault.category().wireName());
      LOG.warn(
          "ClickHouse does not take rows: {}. {} rows wait here, the rest in Kafka; trying again"
              + " until it does",
          fault.getMessage(),
          batch.rows());
    }
    waitUntil = now + backoff.next().toNanos();
  }

  private void back() {
    if (isAway()) {
      Duration away = Duration.ofNanos(System.nanoTime() - awaySince);
      LOG.info("ClickHouse takes rows again after {} ms", away.toMillis());
      backoff.reset();
      awaySince = 0;
      health = Health.UP;
      consumer.resume(consumer.assignment());
    }
  }

  private boolean isAway() {
    return awaySince != 0;
  }

  // Positions, not the last record plus one: they also pass the marks that transactions leave.
  private void commit() {
    try {
      commitPositions();
    } catch (CommitFailedException | RebalanceInProgressException e) {
      // Somebody else reads these partitions now and inserts the same rows again.
      LOG.debug("offsets not committed, the group is being rebalanced", e);
    }
  }

  private void commitPositions() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      long position = consumer.position(partition);
      if (position > committed.getOrDefault(partition, 0L)) {
        offsets.put(partition, new OffsetAndMetadata(position));
      }
    }
    if (!offsets.isEmpty()) {
      consumer.commitSync(offsets);
      offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    batch.clear();
    committed.clear();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // Everything is read again from the committed offsets.
    batch.clear();
  }
}
