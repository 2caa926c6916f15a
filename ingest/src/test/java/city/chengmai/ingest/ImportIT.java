package city.chengmai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.testing.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Each pack of real data from its files to the tables, and once more. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
@TestInstance(Lifecycle.PER_CLASS)
class ImportIT {

  /** Alerts are raised by the time that passes, and each repeated event is a dead letter. */
  private static final Set<FactTable> MOVING = EnumSet.of(FactTable.ALERTS, FactTable.DEAD_LETTERS);

  private TestServers servers;

  @TempDir private Path directory;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    servers = TestServers.start(temporary);
  }

  @AfterAll
  void stop() throws Exception {
    servers.close();
  }

  @ParameterizedTest
  @EnumSource
  void theTablesHoldWhatTheReportSaysHoweverOftenAPackIsRead(Pack pack) throws Exception {
    Path cityFiles = directory.resolve("city");
    City city = Cities.load(pack.city(cityFiles), CityOptions.at(Instant.EPOCH));
    // What follows a refused report shall not wait for it beyond the end of the test.
    Settings settings = servers.settings("INGEST_PARKING_SECONDS", "0");
    try (IngestService service =
        servers.serve(city, InstantSource.system(), settings, new SimpleMeterRegistry())) {
      assertThat(service.sinkHealth().usable()).isTrue();
      empty();
      Path file = pack.file(directory);
      assertThat(run(pack, file, "--check")).isZero();
      assertThat(directory.resolve("import")).doesNotExist();
      assertThat(run(pack, file)).isZero();
      servers.settle();
      JsonNode report = report(pack);
      requireStored(pack, report);
      List<String> first = digest();

      assertThat(run(pack, file)).isZero(); // goes on at the end
      assertThat(run(pack, file, "--again")).isZero();
      servers.settle();

      assertThat(report(pack)).isEqualTo(report);
      assertThat(digest()).isEqualTo(first);
      requireRefusedAgain(pack, report);
    }
  }

  private void requireStored(Pack pack, JsonNode report) {
    String type = "replaceOne(type, 'cn.grid.', '')";
    Map<String, Long> events = counts(type, "events");
    Map<String, Long> both = new HashMap<>(events);
    counts(type, "dead_letters").forEach((word, letters) -> both.merge(word, letters, Long::sum));
    assertThat(both).isEqualTo(events(report));
    assertThat(counts("reason", "dead_letters")).isEqualTo(pack.letters());
    assertThat(servers.count("SELECT count() FROM " + pack.table())).isEqualTo(pack.entities());
    assertThat(servers.count("SELECT count() FROM " + pack.table() + " WHERE grid = ''"))
        .isEqualTo(pack.outsideGrids());
    for (String end : List.of("closed", "cancelled")) {
      assertThat(counts("stage", "cases").getOrDefault(end, 0L))
          .as(end)
          .isEqualTo(events.getOrDefault("case." + end, 0L));
    }
  }

  /** What was taken is a duplicate now, what was refused is the same letter again. */
  private void requireRefusedAgain(Pack pack, JsonNode report) {
    Map<String, Long> letters = new HashMap<>(pack.letters());
    long refused = pack.letters().values().stream().mapToLong(Long::longValue).sum();
    letters.put("duplicate", sent(report) - refused);
    assertThat(counts("reason", "dead_letters")).isEqualTo(letters);
    assertThat(
            servers.count(
                "SELECT uniqExact(reason, source, event_id) FROM dead_letters"
                    + " WHERE reason != 'duplicate'"))
        .isEqualTo(refused);
  }

  private int run(Pack pack, Path file, String... more) throws Exception {
    Stream<String> always =
        Stream.of(
            "--mapping",
            pack.mapping(),
            "--file",
            file.toString(),
            "--set",
            "city.name=" + pack.city(directory.resolve("city")),
            "--set",
            "ingest.data-directory=" + directory,
            "--set",
            "kafka.bootstrap-servers=" + servers.broker().bootstrapServers());
    return new CommandLine(new ImportCommand())
        .execute(Stream.concat(always, Stream.of(more)).toArray(String[]::new));
  }

  private JsonNode report(Pack pack) throws Exception {
    Path kept = directory.resolve("import").resolve(pack.mapping() + "-report.json");
    return new JsonMapper().readTree(kept.toFile());
  }

  private static Map<String, Long> events(JsonNode report) {
    return report.path("events").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, count -> count.getValue().asLong()));
  }

  private static long sent(JsonNode report) {
    return events(report).values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> counts(String word, String table) {
    String sql = "SELECT " + word + " AS word, count() AS n FROM " + table + " GROUP BY word";
    return servers.reader().rows(sql).stream()
        .collect(Collectors.toMap(row -> row.path("word").asText(), row -> row.path("n").asLong()));
  }

  private List<String> digest() {
    return Arrays.stream(FactTable.values())
        .filter(table -> !MOVING.contains(table))
        .map(FactTable::tableName)
        .map(table -> "SELECT concat(count(), ' ', sum(cityHash64(*))) FROM " + table)
        .map(servers.reader()::scalar)
        .toList();
  }

  private void empty() {
    try (ClickHouseClient admin = new ClickHouseClient(servers.engine().admin())) {
      for (FactTable table : FactTable.values()) {
        admin.execute("TRUNCATE TABLE " + table.tableName() + " SYNC");
      }
    }
  }
}
