package city.chengmai.ingest.purge;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.event.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes from {@code city.events} what the topology has committed, again and again, and never
 * more. A broker that is away is asked again the next time. Thread-safe.
 */
public final class EventPurge implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventPurge.class);
  private static final int PATIENCE_MILLISECONDS = 10_000;

  /** Purges that may fail in a row before somebody should look. */
  private static final int MOST_FAILED = 3;

  private final Admin admin;
  private final String group;
  private final Duration interval;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(EventPurge::daemon);
  private volatile Instant lastDone;
  private volatile String fault = "";

  /**
   * A purge that has not begun.
   *
   * @param group consumer group whose committed offsets count
   * @param interval time between two purges; zero deletes nothing and leaves all to the retention
   * @param clock machine time
   */
  public EventPurge(String bootstrapServers, String group, Duration interval, InstantSource clock) {
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", PATIENCE_MILLISECONDS / 2,
                "default.api.timeout.ms", PATIENCE_MILLISECONDS));
    this.group = group;
    this.interval = interval;
    this.clock = clock;
    this.lastDone = clock.instant();
  }

  /** Purges from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer, and catches what it meets
  public void start() {
    lastDone = clock.instant();
    if (!interval.isZero()) {
      long millis = interval.toMillis();
      timer.scheduleWithFixedDelay(this::attempt, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Degraded when several purges in a row have failed: personal data stays longer than it has to.
   */
  public Health health() {
    Duration longest = interval.multipliedBy(MOST_FAILED).plusMillis(PATIENCE_MILLISECONDS);
    if (fault.isEmpty() || !lastDone.plus(longest).isBefore(clock.instant())) {
      return Health.UP;
    }
    return Health.degraded(
            "events that were taken, with personal data, are not deleted from "
                + Topics.EVENTS
                + " since "
                + lastDone
                + ": "
                + fault)
        .because("not-deleted", lastDone);
  }

  /** Deletes what the group has committed by now. */
  void purge() throws ExecutionException, InterruptedException {
    Map<TopicPartition, RecordsToDelete> taken = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    committed.forEach(
        (partition, reached) -> {
          if (partition.topic().equals(Topics.EVENTS) && reached != null) {
            taken.put(partition, RecordsToDelete.beforeOffset(reached.offset()));
          }
        });
    if (!taken.isEmpty()) {
      admin.deleteRecords(taken).all().get();
    }
  }

  private void attempt() {
    try {
      purge();
      lastDone = clock.instant();
      fault = "";
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException notNow) {
      failed(notNow.getCause());
    } catch (KafkaException notNow) {
      failed(notNow);
    }
  }

  // Said once: an outage has many purges.
  private void failed(Throwable cause) {
    if (fault.isEmpty()) {
      LOG.warn("events that were taken are deleted from {} later: {}", Topics.EVENTS, cause + "");
    }
    fault = cause.toString();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close(Duration.ofSeconds(1));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "event-purge");
    thread.setDaemon(true);
    return thread;
  }
}
