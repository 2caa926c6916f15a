package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.IngestService;
import city.chengmai.ingest.bench.Probes.Sight;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.gateway.key.ApiKey;
import city.chengmai.ingest.gateway.key.KeyFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the moment an event is meant to be sent over HTTP to the answer of a ClickHouse query that
 * shows it, at {@code bench.rate} events a second for {@code bench.seconds} after {@code
 * bench.warmup.seconds}; and where the time goes.
 */
class LatencyBench {

  private static final int RATE = Integer.getInteger("bench.rate", 1_000);
  private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
  private static final int WARM_UP = Integer.getInteger("bench.warmup.seconds", 90);

  private final BenchFeed feed = new BenchFeed();
  private final Figures figures = new Figures("latency", System.out::println);

  @Test
  void latency(@TempDir Path directory) throws Exception {
    Path keys = directory.resolve("keys.yaml");
    String key = ApiKey.make();
    new KeyFile(keys).add("bench", entry(key));
    try (ChildBroker broker = ChildBroker.start(directory.resolve("kafka"));
        EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
        ClickHouseClient reader = new ClickHouseClient(engine.reader())) {
      Map<String, String> environment = new HashMap<>(engine.environment());
      environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
      IngestService.prepare(
          new Settings(Map.of(), environment), feed.city(), InstantSource.system());
      List<String> settings =
          List.of(
              "ingest.data-directory=" + directory.resolve("ingest"),
              "ingest.http-port=0",
              "ingest.gateway-port=0",
              "ingest.gateway-keys=" + keys,
              "city.clock=system",
              "city.first-day=" + BenchFeed.FIRST_DAY);
      try (IngestProcess ingest = IngestProcess.start(environment, settings)) {
        Sender sender = new Sender(ingest.readyGateway(), key, feed.events());
        measure(sender, reader);
        figures.print("peak_memory", ingest.cost().peakMegabytes(), "MB");
      }
    }
  }

  private void measure(Sender sender, ClickHouseClient reader) throws Exception {
    try (Probes warm = new Probes(reader)) {
      sender.send(RATE, WARM_UP, warm);
      warm.await();
    }
    try (Probes probes = new Probes(reader)) {
      double rate = sender.send(RATE, SECONDS, probes);
      probes.await();
      figures.print("events_per_second", rate, "1/s");
      figures.print("probes", probes.count(), "");
      print("", probes, Sight::whole);
      print("accepted_", probes, Sight::accepted);
      print("processed_", probes, Sight::processed);
      print("shown_", probes, Sight::shown);
      figures.print("largest_ms", probes.percentile(1, Sight::whole), "ms");
    }
  }

  private void print(String part, Probes probes, ToDoubleFunction<Sight> of) {
    figures.print(part + "p50_ms", probes.percentile(0.50, of), "ms");
    figures.print(part + "p99_ms", probes.percentile(0.99, of), "ms");
  }

  private static String entry(String key) {
    return "bench:\n  key-sha256: "
        + ApiKey.hashText(key)
        + "\n  sources: [\"*\"]\n  types: [\"cn.grid.*\"]\n  events-per-second: "
        + RATE * 100
        + "\n";
  }
}
