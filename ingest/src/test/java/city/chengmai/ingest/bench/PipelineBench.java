package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.IngestService;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.testing.ProcessCost;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole path, a Kafka topic of JSON CloudEvents to rows in ClickHouse through every step of the
 * topology, against ClickHouse reading the same topic by itself (parsing only) and against the bare
 * insert of the same rows. Interleaved; medians of {@code bench.rounds} rounds.
 */
class PipelineBench {

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
  private static final long EVENTS = Long.getLong("bench.events", 1_000_000);
  private static final long WARM_UP = Long.getLong("bench.warmup", 300_000);
  private static final boolean PEERS = !"false".equals(System.getProperty("bench.peers"));
  private static final double MILLION = 1e6;

  private final BenchFeed feed = new BenchFeed();
  private final Figures figures = new Figures("pipeline", System.out::println);
  private final long total = EVENTS + WARM_UP;

  @Test
  void pipeline(@TempDir Path directory) throws Exception {
    try (ChildBroker broker = ChildBroker.start(directory.resolve("kafka"));
        EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
        ClickHouseClient admin = new ClickHouseClient(engine.admin());
        ClickHouseClient writer = new ClickHouseClient(engine.writer());
        Admin kafka = Admin.create(broker.client())) {
      Map<String, String> environment = environment(engine, broker);
      IngestService.prepare(
          new Settings(Map.of(), environment), feed.city(), InstantSource.system());
      feed.preload(broker.bootstrapServers(), total);
      List<ProcessCost> servers =
          List.of(new ProcessCost(broker.pid()), new ProcessCost(engine.pid()));
      for (int round = 1; round <= ROUNDS; round++) {
        Path data = directory.resolve("ingest-" + round);
        List<String> settings = settings(data);
        ours(new WholePath(environment, settings, admin, kafka, servers), round, admin);
        if (PEERS) {
          peers(new KafkaEnginePeer(admin, broker.bootstrapServers()), round, admin);
          ceiling(new InsertCeiling(writer, feed), round, admin);
        }
      }
    }
    print();
  }

  private void ours(WholePath path, int round, ClickHouseClient admin) throws Exception {
    WholePath.Run run = path.run(WARM_UP, total);
    double millions = run.events() / MILLION;
    note(round, "rows_per_second", run.events() / run.seconds());
    note(round, "cpu_seconds_per_million", run.cpuSeconds() / millions);
    note(round, "server_cpu_seconds_per_million", run.serverCpuSeconds() / millions);
    note(round, "cold_cpu_seconds_per_million", run.wholeCpuSeconds() / (total / MILLION));
    note(round, "peak_memory", run.peakMegabytes());
    empty(admin);
  }

  private void peers(KafkaEnginePeer peer, int round, ClickHouseClient admin)
      throws InterruptedException {
    for (int consumers = 1; consumers <= 2; consumers++) {
      double seconds = peer.seconds(consumers, round, total);
      note(round, "kafka_engine_" + consumers + "_rows_per_second", total / seconds);
      empty(admin);
    }
  }

  private void ceiling(InsertCeiling ceiling, int round, ClickHouseClient admin) {
    double seconds = ceiling.seconds(total, Instant.parse("2026-01-01T00:00:00Z"));
    note(round, "insert_ceiling_rows_per_second", total / seconds);
    empty(admin);
  }

  private void note(int round, String figure, double value) {
    figures.add(figure, value);
    System.out.printf(Locale.ROOT, "round %d %s %.1f%n", round, figure, value);
  }

  private void print() {
    figures.print("events", (double) EVENTS, "");
    figures.printMedian("rows_per_second", "1/s");
    figures.printMedian("cpu_seconds_per_million", "s");
    figures.printMedian("cold_cpu_seconds_per_million", "s");
    figures.printMedian("server_cpu_seconds_per_million", "s");
    figures.printMedian("peak_memory", "MB");
    if (!PEERS) {
      return;
    }
    figures.printMedian("kafka_engine_1_rows_per_second", "1/s");
    figures.printMedian("kafka_engine_2_rows_per_second", "1/s");
    figures.printMedian("insert_ceiling_rows_per_second", "1/s");
    double ours = figures.median("rows_per_second");
    double engine =
        Math.max(
            figures.median("kafka_engine_1_rows_per_second"),
            figures.median("kafka_engine_2_rows_per_second"));
    figures.print("ratio_kafka_engine", ours / engine, "");
    figures.print(
        "ratio_insert_ceiling", ours / figures.median("insert_ceiling_rows_per_second"), "");
  }

  private static void empty(ClickHouseClient admin) {
    for (FactTable table : FactTable.values()) {
      admin.execute("TRUNCATE TABLE " + table.tableName() + " SYNC");
    }
  }

  private static List<String> settings(Path data) {
    return List.of(
        "ingest.data-directory=" + data,
        "ingest.http-port=0",
        "ingest.gateway-port=0",
        // Each round reads the same topic again.
        "ingest.purge-seconds=0",
        "city.first-day=" + BenchFeed.FIRST_DAY,
        // Late enough that ten million events lie in the past.
        "city.clock=from:2060-01-01T00:00:00Z@2026-01-01T00:00:00Zx1");
  }

  private static Map<String, String> environment(EmbeddedClickHouse engine, ChildBroker broker) {
    Map<String, String> environment = new HashMap<>(engine.environment());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    return environment;
  }
}
