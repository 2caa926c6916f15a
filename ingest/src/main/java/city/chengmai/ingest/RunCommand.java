package city.chengmai.ingest;

import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.gateway.Gateway;
import city.chengmai.ingest.gateway.open311.ServedCity;
import city.chengmai.ingest.retention.RollOff;
import city.chengmai.ingest.room.DiskRoom;
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

/** Runs gateway, topology and sinks until told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Migrate the tables, create the topics, run gateway, topology and sinks.")
final class RunCommand implements Callable<Integer> {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  @Mixin private ServiceOptions options;

  @Override
  public Integer call() throws Exception {
    Shutdown shutdown = Shutdown.watch();
    Settings settings = options.settings();
    City city = ServiceOptions.city(settings);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    System.out.println("progress ingest 0 3 preparing tables and topics of " + city.name());
    IngestService.prepare(settings, city, InstantSource.system());
    System.out.println("progress ingest 1 3 starting the topology");
    CityClock clock = ServiceOptions.clock(settings, city);
    IngestService service = new IngestService(settings, city, clock, registry);
    DiskRoom room =
        DiskRoom.watch(
            settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS),
            () -> IngestSettings.diskReserveBytes(settings));
    Gateway gateway =
        Gateway.start(
            settings,
            new ServedCity(city, clock, settings.get(IngestSettings.BORDER_METRES)),
            IngestSettings.gatewayKeys(settings),
            registry,
            room);
    ClickHouseClient writer = new ClickHouseClient(SharedSettings.writer(settings));
    RollOff rollOff =
        new RollOff(writer, settings.get(IngestSettings.KEEP_DAYS), clock, InstantSource.system());
    HealthBoard health = HealthBoard.start(settings, parts(service, gateway, room), registry);
    shutdown.closes(
        () -> {
          gateway.close();
          health.close();
          room.close();
          rollOff.close();
          writer.close();
          service.close();
        });
    System.out.println("progress ingest 2 3 " + open(gateway));
    service.start(START_LIMIT);
    service.heed(room);
    rollOff.start();
    String host = settings.get(IngestSettings.HTTP_HOST);
    System.out.println("progress ingest 3 3 health on http://" + host + ":" + health.port());
    System.out.println("ready ingest");
    service.awaitEnd();
    return 0;
  }

  private static String open(Gateway gateway) {
    String keys =
        gateway.sources() == 0
            ? "no source has a key, \"gateway-key SOURCE --add\" makes one"
            : gateway.sources() + " sources have a key";
    return "gateway on port " + gateway.port() + ", " + keys;
  }

  private static Map<String, Supplier<Health>> parts(
      IngestService service, Gateway gateway, DiskRoom room) {
    Map<String, Supplier<Health>> parts = new LinkedHashMap<>();
    parts.put("topology", service::topologyHealth);
    parts.put("sink", service::sinkHealth);
    parts.put("purge", service::purgeHealth);
    parts.put("gateway", gateway::health);
    parts.put("room", room::health);
    return parts;
  }
}
