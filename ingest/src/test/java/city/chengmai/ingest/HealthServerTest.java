package city.chengmai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.health.HealthDocument;
import city.chengmai.datasets.health.HealthServer;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.board.StateWatch;
import city.chengmai.ingest.board.Surroundings;
import city.chengmai.ingest.room.DataDisk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the health port answers, without any server behind it. */
class HealthServerTest {

  private static final Settings SETTINGS =
      new Settings(
          Map.of(),
          Map.of(
              "INGEST_HTTP_PORT", "0",
              "CLICKHOUSE_URL", "http://127.0.0.1:1",
              "CLICKHOUSE_WRITER_PASSWORD", "none"));

  @TempDir private Path data;

  private final Map<String, Supplier<Health>> parts = new LinkedHashMap<>();

  @Test
  void aReasonComesWithItsCodeAndWhatItSpeaksOf() throws Exception {
    parts.put("topology", () -> Health.UP);
    parts.put("purge", () -> Health.degraded("not since noon").because("not-deleted", "12:00"));
    HttpResponse<String> answer = ask();
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode board = new JsonMapper().readTree(answer.body());
    assertThat(board.at("/topology/state").asText()).isEqualTo("up");
    assertThat(board.at("/topology/behind").asLong()).isZero();
    assertThat(board.at("/topology/code").asText()).isEmpty();
    assertThat(board.at("/purge/state").asText()).isEqualTo("degraded");
    assertThat(board.at("/purge/reason").asText()).isEqualTo("not since noon");
    assertThat(board.at("/purge/code").asText()).isEqualTo("not-deleted");
    assertThat(board.at("/purge/arguments/0").asText()).isEqualTo("12:00");
  }

  @Test
  void aPartThatIsDownMakesTheWholeUnavailable() throws Exception {
    parts.put("sink", () -> Health.down("stopped").because("sink-stopped"));
    assertThat(ask().statusCode()).isEqualTo(503);
    assertThat(ask("/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void whoWaitsForClickHouseIsReadyAndWhoRestoresIsNot() throws Exception {
    parts.put("topology", () -> Health.UP);
    parts.put("clickhouse", () -> Health.degraded("away").because("store-unavailable"));
    assertThat(ask("/ready").body()).isEqualTo("{\"ready\":true}");
    parts.put("topology", () -> Health.degraded("restores").because("restoring"));
    HttpResponse<String> answer = ask("/ready");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"ready\":false,\"reason\":\"topology: restores\"}");
    parts.put("topology", () -> Health.UP);
    parts.put("gateway", () -> Health.degraded("Kafka is silent").because("not-acknowledged"));
    assertThat(ask("/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void whatIsAnsweredIsReadAsItWasMeant() throws Exception {
    parts.put("topology", () -> Health.degraded("a reason").because("restoring", "one", 2));
    parts.put("disk", () -> Health.UP);
    List<PartState> read = HealthDocument.read(ask().body());
    assertThat(read).extracting(PartState::part).containsExactly("topology", "disk");
    assertThat(read.get(0).health())
        .isEqualTo(Health.degraded("a reason").because("restoring", "one", 2));
    assertThat(read.get(0).since()).isBeforeOrEqualTo(Instant.now());
    assertThat(read.get(0).figures()).containsEntry("behind", 0L);
    assertThat(read.get(1).figures().get("free")).isPositive();
    assertThat(read.get(1).figures().get("total")).isPositive();
    assertThat(HealthDocument.worst(read).orElseThrow().part()).isEqualTo("topology");
  }

  private HttpResponse<String> ask() throws Exception {
    return ask("/health");
  }

  private HttpResponse<String> ask(String path) throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    InetSocketAddress address = IngestSettings.healthAddress(SETTINGS);
    assertThat(address.getAddress().isLoopbackAddress()).isTrue();
    try (ClickHouseClient client = new ClickHouseClient(SharedSettings.writer(SETTINGS));
        Surroundings around = new Surroundings(client, "127.0.0.1:1", "a", "b", registry);
        StateWatch watch = new StateWatch(parts, client, "test", InstantSource.system());
        HealthServer server =
            HealthBoard.server(
                address, watch, around, Optional.of(new DataDisk(data, () -> 0)), () -> "")) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }
}
