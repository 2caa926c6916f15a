package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.schema.SchemaMigrator;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityRules;
import city.chengmai.ingest.backup.SinkRewind;
import city.chengmai.ingest.purge.EventPurge;
import city.chengmai.ingest.room.DiskRoom;
import city.chengmai.ingest.sink.ClickHouseRowStore;
import city.chengmai.ingest.sink.RevisionStore;
import city.chengmai.ingest.sink.SinkMetrics;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.IntakeMetrics;
import city.chengmai.ingest.topology.IntakeTopology;
import city.chengmai.ingest.topology.Streams;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topology and sinks of one city, running in this process. */
public final class IngestService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final KafkaStreams streams;
  private final Sinks sinks;
  private final EventPurge purge;
  private final ClickHouseClient writer;
  private final CountDownLatch running = new CountDownLatch(1);
  private final ServiceEnd end = new ServiceEnd();
  private final ReplacementBudget replacements = new ReplacementBudget(InstantSource.system());

  /** Makes the parts without starting them. */
  public IngestService(
      Settings settings, City city, InstantSource cityClock, MeterRegistry registry) {
    String servers = settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS);
    writer = new ClickHouseClient(SharedSettings.writer(settings));
    IntakeMetrics metrics = new IntakeMetrics(registry);
    streams =
        new KafkaStreams(
            IntakeTopology.build(
                IngestSettings.topology(settings),
                city,
                CityRules.of(settings.get(SharedSettings.CITY_NAME)),
                cityClock,
                metrics),
            streams(settings, servers).properties(cityClock, metrics));
    streams.setUncaughtExceptionHandler(this::replace);
    streams.setStateListener((now, before) -> heed(now));
    sinks =
        new Sinks(
            servers,
            settings.get(IngestSettings.SINK_THREADS),
            IngestSettings.batchLimits(settings),
            new RevisionStore(new ClickHouseRowStore(writer), writer),
            cityClock,
            new SinkMetrics(registry));
    purge =
        new EventPurge(
            servers,
            Streams.APPLICATION,
            Duration.ofSeconds(settings.get(IngestSettings.PURGE_SECONDS)),
            InstantSource.system());
  }

  /**
   * Brings tables, city rows and topics up to date, and the sinks to where a restore wants them;
   * safe to run again.
   */
  public static void prepare(Settings settings, City city, InstantSource clock)
      throws InterruptedException {
    SchemaMigrator.of(settings).migrate();
    try (ClickHouseClient client = new ClickHouseClient(SharedSettings.writer(settings))) {
      String cityClock =
          settings.isSet(SharedSettings.CITY_CLOCK)
              ? settings.get(SharedSettings.CITY_CLOCK).toString()
              : city.clock();
      new CityRows(client, clock).write(city, cityClock);
    }
    TopicSetup.create(settings);
    try (ClickHouseClient client = new ClickHouseClient(SharedSettings.writer(settings))) {
      SinkRewind.apply(client, settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS));
    }
  }

  /** Starts everything and returns when the topology has its partitions. */
  public void start(Duration limit) throws InterruptedException {
    streams.start();
    sinks.start(this::sinkDied);
    purge.start();
    if (!running.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "the topology did not start within " + limit + ", its state is " + streams.state());
    }
    end.requireNoFailure();
  }

  /**
   * Returns when the service was closed.
   *
   * @throws StoreException (STORE_UNAVAILABLE) when a part of it died; a supervisor starts it again
   */
  public void awaitEnd() throws InterruptedException {
    end.await();
  }

  /** Pauses the topology while there is no room for what it makes; nothing is lost by waiting. */
  public void heed(DiskRoom room) {
    room.onChange(
        full -> {
          if (full) {
            streams.pause();
          } else {
            streams.resume();
          }
        });
  }

  /** How the topology is. */
  public Health topologyHealth() {
    State state = streams.state();
    if (state == State.RUNNING) {
      return Health.UP;
    }
    return state == State.REBALANCING
        ? Health.degraded("the topology gets or restores its partitions").because("restoring")
        : Health.down("the topology is in state " + state).because("topology-stopped", state);
  }

  /** How the sinks are. */
  public Health sinkHealth() {
    return sinks.health();
  }

  /** Whether events as they came are deleted in time. */
  public Health purgeHealth() {
    return purge.health();
  }

  @Override
  public void close() {
    purge.close();
    streams.close(STOP);
    sinks.close();
    writer.close();
    end.closed();
  }

  private void sinkDied(Throwable fault) {
    failed("a sink died: " + fault);
  }

  private void failed(String reason) {
    end.failed(reason);
    running.countDown();
  }

  private void heed(State now) {
    if (now == State.RUNNING) {
      running.countDown();
    } else if (now == State.ERROR) {
      failed("the topology stopped in state " + now);
    }
  }

  private StreamThreadExceptionResponse replace(Throwable fault) {
    if (!replacements.take()) {
      LOG.error("a stream thread ended, one too many: the topology stops", fault);
      failed("stream threads end again and again, the last one with " + fault);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.error("a stream thread ended and is replaced; its open transaction is done again", fault);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private static Streams streams(Settings settings, String servers) {
    return new Streams(
        servers,
        settings.get(IngestSettings.DATA_DIRECTORY).resolve("streams"),
        settings.get(IngestSettings.STREAM_THREADS),
        settings.get(IngestSettings.COMMIT_MILLISECONDS),
        settings.get(IngestSettings.REPLICATION),
        settings.get(IngestSettings.STANDBY_REPLICAS));
  }
}
