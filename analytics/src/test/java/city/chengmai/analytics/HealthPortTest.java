package city.chengmai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.HealthDocument;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the health port of analytics answers, without a store behind it. */
class HealthPortTest {

  private static final Settings SETTINGS =
      new Settings(
          Map.of("analytics.http-port", "0", "analytics.refresh-seconds", "60"),
          Map.of("CLICKHOUSE_URL", "http://127.0.0.1:1", "CLICKHOUSE_WRITER_PASSWORD", "none"));

  private Instant now = Instant.parse("2026-11-23T00:00:00Z");
  private final HealthPort port =
      HealthPort.open(SETTINGS, Store.of(SharedSettings.writer(SETTINGS)), () -> now);

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void aRunIsToldFromItsBeginningToItsFailure() throws Exception {
    assertThat(word("runs")).isEqualTo("degraded first-run");
    assertThat(word("clickhouse")).isEqualTo("degraded store-unavailable");
    assertThat(metrics()).contains("analytics_last_success_age_seconds NaN");
    port.runs().jobEnded("indicators", Duration.ofSeconds(2), 120, true);
    port.runs().jobEnded("model-loan", Duration.ofSeconds(1), 0, false);
    port.runs().runEnded(Duration.ofSeconds(3), true, "");
    assertThat(word("runs")).isEqualTo("up ");
    assertThat(word("jobs")).isEqualTo("degraded jobs-failed");
    assertThat(ask("/health").statusCode()).isEqualTo(200);
    port.runs().jobEnded("model-loan", Duration.ofSeconds(1), 5, true);
    assertThat(word("jobs")).isEqualTo("up ");
    now = now.plusSeconds(290);
    assertThat(word("runs")).isEqualTo("up ");
    now = now.plusSeconds(20);
    assertThat(word("runs")).isEqualTo("degraded run-late");
    port.runs().runEnded(Duration.ofSeconds(1), false, "java.net.ConnectException: refused\n at x");
    assertThat(part("runs").health().reason())
        .isEqualTo("the latest run failed: java.net.ConnectException: refused");
    assertThat(ask("/ready").statusCode()).isEqualTo(503);
    assertThat(metrics())
        .contains("analytics_job_rows_total{job=\"indicators\"} 120.0")
        .contains("analytics_job_seconds_count{job=\"model-loan\",state=\"failed\"} 1")
        .contains("analytics_runs_total{result=\"done\"} 1.0")
        .contains("analytics_runs_total{result=\"failed\"} 1.0")
        .contains("analytics_last_success_age_seconds 310.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void anAddressThatIsTakenIsNamed() {
    Settings taken =
        new Settings(
            Map.of("analytics.http-port", String.valueOf(port.port())),
            Map.of("CLICKHOUSE_WRITER_PASSWORD", "none"));
    Assertions.assertThatThrownBy(
            () -> HealthPort.open(taken, Store.of(SharedSettings.writer(taken)), () -> now))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("analytics.http-port")
        .hasMessageContaining(String.valueOf(port.port()));
  }

  private String word(String name) throws Exception {
    PartState part = part(name);
    return HealthDocument.word(part.health().state()) + " " + part.health().code();
  }

  private PartState part(String name) throws Exception {
    List<PartState> parts = HealthDocument.read(ask("/health").body());
    return parts.stream().filter(part -> part.part().equals(name)).findFirst().orElseThrow();
  }

  private String metrics() throws Exception {
    return ask("/metrics").body();
  }

  private HttpResponse<String> ask(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
