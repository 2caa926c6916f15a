package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.board.StateWatch;
import city.chengmai.ingest.board.Surroundings;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Everything that tells how this process and what it stands on are. */
final class HealthBoard implements AutoCloseable {

  private final ClickHouseClient client;
  private final Surroundings surroundings;
  private final StateWatch watch;
  private final HealthServer server;

  private HealthBoard(
      ClickHouseClient client, Surroundings surroundings, StateWatch watch, HealthServer server) {
    this.client = client;
    this.surroundings = surroundings;
    this.watch = watch;
    this.server = server;
  }

  /** Serves and watches these parts, and ClickHouse and Kafka beside them. */
  static HealthBoard start(
      Settings settings, Map<String, Supplier<Health>> parts, PrometheusMeterRegistry registry)
      throws IOException {
    ClickHouseClient client = new ClickHouseClient(SharedSettings.writer(settings));
    Surroundings surroundings =
        new Surroundings(
            client,
            settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS),
            Streams.APPLICATION,
            Sinks.GROUP,
            registry);
    Map<String, Supplier<Health>> all = new LinkedHashMap<>(parts);
    all.put("clickhouse", surroundings::store);
    all.put("kafka", surroundings::broker);
    String instance =
        settings.get(IngestSettings.DATA_DIRECTORY).toAbsolutePath().normalize().toString();
    StateWatch watch = new StateWatch(all, client, instance, InstantSource.system());
    HealthServer server =
        new HealthServer(
            IngestSettings.healthAddress(settings), watch, surroundings, registry::scrape);
    watch.start();
    return new HealthBoard(client, surroundings, watch, server);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    watch.close();
    surroundings.close();
    client.close();
  }
}
