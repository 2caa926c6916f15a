package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.health.HealthServer;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.board.StateWatch;
import city.chengmai.ingest.board.Surroundings;
import city.chengmai.ingest.room.DataDisk;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everything that tells how this process and what it stands on are. */
final class HealthBoard implements AutoCloseable {

  /** Without these no event is taken; ClickHouse may be away, since rows wait in the broker. */
  private static final Set<String> NEEDED = Set.of("topology", "room", "kafka");

  private static final String NOT_ACKNOWLEDGED = "not-acknowledged";

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
    DataDisk disk =
        new DataDisk(
            settings.get(IngestSettings.DATA_DIRECTORY),
            () -> IngestSettings.diskReserveBytes(settings));
    all.put("disk", disk::health);
    String instance =
        settings.get(IngestSettings.DATA_DIRECTORY).toAbsolutePath().normalize().toString();
    StateWatch watch = new StateWatch(all, client, instance, InstantSource.system());
    HealthServer server =
        server(
            IngestSettings.healthAddress(settings),
            watch,
            surroundings,
            Optional.of(disk),
            registry::scrape);
    watch.start();
    return new HealthBoard(client, surroundings, watch, server);
  }

  /**
   * A server of what a watch sees.
   *
   * @param disk whose room is told beside part {@code disk}
   */
  static HealthServer server(
      InetSocketAddress address,
      StateWatch watch,
      Surroundings surroundings,
      Optional<DataDisk> disk,
      Supplier<String> metrics)
      throws IOException {
    return new HealthServer(
        address,
        () -> watch.states().stream().map(part -> counted(part, surroundings, disk)).toList(),
        () -> readiness(watch.states()),
        metrics);
  }

  /** Whether events are taken and worked through now. */
  static Health readiness(List<PartState> parts) {
    return parts.stream()
        .filter(HealthBoard::holdsUp)
        .findFirst()
        .map(part -> Health.degraded(part.part() + ": " + part.health().reason()))
        .orElse(Health.UP);
  }

  private static boolean holdsUp(PartState part) {
    return !part.health().usable()
        || part.health().code().equals(NOT_ACKNOWLEDGED)
        || (NEEDED.contains(part.part()) && part.health().state() != State.UP);
  }

  private static PartState counted(
      PartState part, Surroundings surroundings, Optional<DataDisk> disk) {
    return switch (part.part()) {
      case "topology" -> part.with("behind", surroundings.behindTopology());
      case "sink" -> part.with("behind", surroundings.behindSink());
      case "disk" -> disk.flatMap(DataDisk::room).map(room -> roomed(part, room)).orElse(part);
      default -> part;
    };
  }

  private static PartState roomed(PartState part, DataDisk.Room room) {
    return part.with("free", room.free()).with("total", room.total());
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
