package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EngineListener;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.schema.Table;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.IngestService;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Broker, ClickHouse and ingest laid out in one data directory, as in a local run. */
final class LocalRun implements AutoCloseable {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));

  private final ChildBroker broker;
  private final EmbeddedClickHouse engine;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;
  private final IngestService service;

  private LocalRun(Path data, int port) throws Exception {
    broker = ChildBroker.start(data.resolve("broker"), new int[] {port + 20, port + 21});
    engine =
        EmbeddedClickHouse.start(
            data.resolve("clickhouse"),
            new EnginePorts(port + 10, port + 11),
            EngineListener.SILENT);
    producer =
        new KafkaProducer<>(broker.client(), new ByteArraySerializer(), new ByteArraySerializer());
    admin = Admin.create(broker.client());
    Map<String, String> environment = new HashMap<>(engine.environment());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    environment.put("INGEST_DATA_DIRECTORY", data.resolve("ingest").toString());
    Settings settings = new Settings(Map.of(), environment);
    IngestService.prepare(settings, TestCity.create(), CLOCK);
    service = new IngestService(settings, TestCity.create(), CLOCK, new SimpleMeterRegistry());
    service.start(Duration.ofMinutes(2));
  }

  static LocalRun start(Path data, int port) throws Exception {
    return new LocalRun(data, port);
  }

  /** A port such that those beside it are free, too. */
  static int freePort() throws IOException {
    while (true) {
      int port;
      try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = any.getLocalPort();
      }
      if (port < 65_000 && List.of(10, 11, 20, 21).stream().allMatch(n -> isFree(port + n))) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket one = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return one.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // settle() waits until all has arrived
  void send(Event event) {
    producer.send(
        new ProducerRecord<>(Topics.EVENTS, TestEvents.key(event), TestEvents.bytes(event)));
  }

  void settle() throws InterruptedException {
    producer.flush();
    Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
    for (int empty = 0; empty < 2; ) {
      empty = backlog.records() == 0 ? empty + 1 : 0;
      Thread.sleep(200);
    }
  }

  /** The source of the events fell silent long ago: a clock says so soon after they were taken. */
  void awaitSilentFeed() throws InterruptedException {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (scalar("SELECT count() FROM alerts WHERE rule = 'A08'").equals("0")) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("no clock says that the feed is silent");
      }
      Thread.sleep(200);
    }
    settle();
  }

  String scalar(String sql) {
    try (ClickHouseClient client = new ClickHouseClient(engine.writer())) {
      return client.scalar(sql);
    }
  }

  void execute(String sql) {
    try (ClickHouseClient client = new ClickHouseClient(engine.admin())) {
      client.execute(sql);
    }
  }

  /** Random rows in every table that a service writes, so that none is compared empty. */
  void fillEveryTable() {
    try (ClickHouseClient client = new ClickHouseClient(engine.admin())) {
      for (Table table : Table.values()) {
        if (table == Table.STORE_RESTORES) {
          continue;
        }
        String columns =
            table.columns(client).stream()
                .map(column -> "`" + column.name() + "` " + random(column.type()))
                .collect(Collectors.joining(", "));
        client.execute(
            "INSERT INTO "
                + table.tableName()
                + " SELECT * FROM generateRandom('"
                + columns.replace("'", "\\'")
                + "', 7, 12, 3) LIMIT 25");
      }
    }
  }

  // What generateRandom cannot make is cast from what it can.
  private static String random(String type) {
    return type.startsWith("SimpleAggregateFunction")
        ? type.substring(type.indexOf(',') + 1, type.length() - 1).strip()
        : type;
  }

  Map<String, TableSum> sums() {
    try (ClickHouseClient client = new ClickHouseClient(engine.admin())) {
      return new StoreTables(client, "chengmai")
          .sums().stream().collect(Collectors.toMap(TableSum::table, sum -> sum));
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
    producer.close();
    admin.close();
    engine.close();
    broker.close();
  }
}
