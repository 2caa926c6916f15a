package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.City;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs topology and sinks until told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Migrate the tables, create the topics, run topology and sinks.")
final class RunCommand implements Callable<Integer> {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  @Mixin private ServiceOptions options;

  @Override
  public Integer call() throws Exception {
    Shutdown shutdown = Shutdown.watch();
    Settings settings = options.settings();
    City city = ServiceOptions.city(settings);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    System.out.println("progress ingest 0 2 preparing tables and topics of " + city.name());
    IngestService.prepare(settings, city, InstantSource.system());
    System.out.println("progress ingest 1 2 starting the topology");
    IngestService service =
        new IngestService(settings, city, ServiceOptions.clock(settings, city), registry);
    HealthServer health =
        new HealthServer(settings.get(IngestSettings.HTTP_PORT), parts(service), registry::scrape);
    shutdown.closes(
        () -> {
          health.close();
          service.close();
        });
    service.start(START_LIMIT);
    System.out.println("progress ingest 2 2 health on http://127.0.0.1:" + health.port());
    System.out.println("ready ingest");
    service.awaitEnd();
    return 0;
  }

  private static Map<String, Supplier<Health>> parts(IngestService service) {
    Map<String, Supplier<Health>> parts = new LinkedHashMap<>();
    parts.put("topology", service::topologyHealth);
    parts.put("sink", service::sinkHealth);
    return parts;
  }
}
