package city.chengmai.analytics;

import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.HealthDocument;
import city.chengmai.datasets.health.HealthServer;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.health.StateMemory;
import city.chengmai.datasets.settings.Settings;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Health and metrics of analytics while it follows, at a port of their own. */
final class HealthPort implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final StateMemory memory = new StateMemory();
  private final InstantSource clock;
  private final ClickHouseClient client;
  private final RunHealth runs;
  private final HealthServer server;

  private HealthPort(
      InetSocketAddress address, Duration refresh, ClickHouseClient client, InstantSource clock)
      throws IOException {
    this.clock = clock;
    this.client = client;
    this.runs = new RunHealth(registry, refresh, clock);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    this.server = new HealthServer(address, this::parts, this::readiness, registry::scrape);
  }

  /**
   * Listens from now on.
   *
   * @throws StoreException (BAD_CONFIGURATION) when the address is taken or none of this machine
   */
  static HealthPort open(Settings settings, Store store, InstantSource clock) {
    String host = settings.get(AnalyticsSettings.HTTP_HOST);
    int port = settings.get(AnalyticsSettings.HTTP_PORT);
    ClickHouseClient client = store.client();
    try {
      return new HealthPort(
          new InetSocketAddress(host, port),
          Duration.ofSeconds(settings.get(AnalyticsSettings.REFRESH_SECONDS)),
          client,
          clock);
    } catch (IOException | IllegalArgumentException e) {
      client.close();
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "listening for health on %s:%d (analytics.http-host, analytics.http-port): %s; set another port, or 0 for a free one"
              .formatted(host, port, e.getMessage()));
    }
  }

  /** Hears how runs go. */
  RunHealth runs() {
    return runs;
  }

  /** The port that is open. */
  int port() {
    return server.port();
  }

  private synchronized List<PartState> parts() {
    Instant now = clock.instant();
    memory.observe("runs", runs.runs(), now);
    memory.observe("jobs", runs.jobs(), now);
    memory.observe("clickhouse", client.health().asDegraded(), now);
    return memory.states();
  }

  private Health readiness() {
    return HealthDocument.worst(parts())
        .filter(part -> part.health().state() != Health.State.UP)
        .map(part -> Health.degraded(part.part() + ": " + part.health().reason()))
        .orElse(Health.UP);
  }

  @Override
  public void close() {
    server.close();
    collections.close();
    registry.close();
    client.close();
  }
}
