package city.chengmai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.board.StateWatch;
import city.chengmai.ingest.board.Surroundings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the health port answers, without any server behind it. */
class HealthServerTest {

  private static final Settings SETTINGS =
      new Settings(
          Map.of(),
          Map.of(
              "INGEST_HTTP_PORT", "0",
              "CLICKHOUSE_URL", "http://127.0.0.1:1",
              "CLICKHOUSE_WRITER_PASSWORD", "none"));

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
  }

  private HttpResponse<String> ask() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    InetSocketAddress address = IngestSettings.healthAddress(SETTINGS);
    assertThat(address.getAddress().isLoopbackAddress()).isTrue();
    try (ClickHouseClient client = new ClickHouseClient(SharedSettings.writer(SETTINGS));
        Surroundings around = new Surroundings(client, "127.0.0.1:1", "a", "b", registry);
        StateWatch watch = new StateWatch(parts, client, "test", InstantSource.system());
        HealthServer server = new HealthServer(address, watch, around, () -> "")) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/health");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }
}
