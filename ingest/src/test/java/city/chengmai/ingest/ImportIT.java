package city.chengmai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import city.chengmai.testing.PackCity;
import city.chengmai.testing.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two years of Los Angeles, from the files to the tables, and once more. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
class ImportIT {

  @TempDir private Path directory;

  @Test
  void theTablesHoldWhatTheReportSaysHoweverOftenItIsRead() throws Exception {
    City city = PackCity.losAngeles().city();
    try (ChildBroker broker = ChildBroker.start(directory.resolve("kafka"));
        EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
        ClickHouseClient reader = new ClickHouseClient(engine.reader());
        Admin admin = Admin.create(broker.client())) {
      Settings settings = settings(broker, engine);
      IngestService.prepare(settings, city, InstantSource.system());
      try (IngestService service =
          new IngestService(settings, city, InstantSource.system(), new SimpleMeterRegistry())) {
        service.start(Duration.ofMinutes(2));

        assertThat(run(broker, "--check")).isZero();
        assertThat(directory.resolve("ingest/import")).doesNotExist();
        assertThat(run(broker)).isZero();
        settle(admin);

        JsonNode report = report();
        List<String> first = digest(reader);
        assertThat(count(reader, "SELECT count() FROM cases"))
            .isEqualTo(report.at("/events/case.reported").asLong())
            .isEqualTo(19_999);
        assertThat(count(reader, "SELECT count() FROM cases WHERE stage = 'closed'"))
            .isEqualTo(report.at("/events/case.closed").asLong());
        assertThat(count(reader, "SELECT count() FROM cases WHERE stage = 'cancelled'"))
            .isEqualTo(report.at("/events/case.cancelled").asLong());
        assertThat(count(reader, "SELECT count() FROM events")).isEqualTo(sum(report));
        // 138 rows name no council and 79 one that the boundaries lack.
        assertThat(count(reader, "SELECT count() FROM cases WHERE grid = ''")).isEqualTo(217);

        assertThat(run(broker)).isZero(); // goes on at the end
        assertThat(run(broker, "--again")).isZero();
        settle(admin);

        assertThat(report()).isEqualTo(report);
        assertThat(digest(reader)).isEqualTo(first);
      }
    }
  }

  private int run(ChildBroker broker, String... more) throws Exception {
    Path city = PackCity.losAngeles().write(directory.resolve("pack-city"));
    return new CommandLine(new ImportCommand())
        .execute(
            Stream.concat(
                    Stream.of(
                        "--mapping",
                        "la-311",
                        "--file",
                        SharedData.file("la-311-dev.zip").toString(),
                        "--set",
                        "city.name=" + city,
                        "--set",
                        "ingest.data-directory=" + directory.resolve("ingest"),
                        "--set",
                        "kafka.bootstrap-servers=" + broker.bootstrapServers()),
                    Stream.of(more))
                .toArray(String[]::new));
  }

  private JsonNode report() throws Exception {
    Path kept = directory.resolve("ingest/import/la-311-report.json");
    return new JsonMapper().readTree(kept.toFile());
  }

  private static long sum(JsonNode report) {
    long sum = 0;
    for (JsonNode count : report.path("events")) {
      sum += count.asLong();
    }
    return sum;
  }

  private static List<String> digest(ClickHouseClient reader) {
    return List.of("cases", "events").stream()
        .map(table -> "SELECT concat(count(), ' ', sum(cityHash64(*))) FROM " + table)
        .map(reader::scalar)
        .toList();
  }

  private static long count(ClickHouseClient reader, String sql) {
    return Long.parseLong(reader.scalar(sql));
  }

  private static void settle(Admin admin) throws InterruptedException {
    Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
    int empty = 0;
    while (empty < 2) {
      empty = backlog.records() == 0 ? empty + 1 : 0;
      Thread.sleep(300);
    }
  }

  private Settings settings(ChildBroker broker, EmbeddedClickHouse engine) {
    Map<String, String> values = new HashMap<>(engine.environment());
    values.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    values.put("INGEST_DATA_DIRECTORY", directory.resolve("service").toString());
    return new Settings(Map.of(), values);
  }
}
