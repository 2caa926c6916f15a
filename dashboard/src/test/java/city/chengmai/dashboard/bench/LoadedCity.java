package city.chengmai.dashboard.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EngineListener;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo city's areas and rules with every part running, and nothing but our own events in it:
 * ClickHouse, a broker, ingest with its gateway, analytics that follows, the dashboard.
 */
final class LoadedCity implements AutoCloseable {

  private static final String SOURCE = "load";
  private static final int OFFSET_GATEWAY = 5;

  /** Everything that is loaded is computed before anybody comes. */
  private static final Duration FIRST_RUN_WITHIN = Duration.ofMinutes(30);

  private final Path directory;
  private final int[] ports;
  private final Map<String, String> environment = new HashMap<>();
  private final EmbeddedClickHouse engine;
  private final City city;
  private final List<BenchPart> parts = new ArrayList<>();
  private String key = "";

  private LoadedCity(Path directory, int[] ports) {
    this.directory = directory;
    this.ports = ports;
    LocalDate first = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(7);
    this.city =
        Cities.load(
            "demo",
            new CityOptions(
                CityOptions.USUAL_SEED, Optional.of(first), InstantSource.fixed(Instant.now())));
    this.engine =
        EmbeddedClickHouse.start(
            directory.resolve("clickhouse"),
            new EnginePorts(ports[0], ports[1]),
            EngineListener.SILENT);
    environment.putAll(engine.environment());
    environment.put("CITY_NAME", "demo");
    environment.put("CITY_CLOCK", "system");
    environment.put("CITY_FIRST_DAY", first.toString());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports[2]);
    environment.put("INGEST_DATA_DIRECTORY", directory.resolve("ingest").toString());
    environment.put("INGEST_HTTP_PORT", String.valueOf(ports[4]));
    environment.put("INGEST_GATEWAY_PORT", String.valueOf(ports[OFFSET_GATEWAY]));
    environment.put("DASHBOARD_INGEST_HEALTH_URL", "http://127.0.0.1:" + ports[4] + "/health");
    environment.put("ANALYTICS_HTTP_PORT", "0");
    environment.put("DASHBOARD_HTTP_PORT", String.valueOf(ports[6]));
  }

  /** Starts everything but analytics in this directory, and makes a key for the gateway. */
  static LoadedCity start(Path directory) throws IOException, InterruptedException {
    LoadedCity started = new LoadedCity(directory, freePorts(7));
    try {
      started.engine.migrate();
      started.key = started.makeKey();
      started.part("broker", "ingest", 512, started.brokerLine(), "ready broker").awaitReady();
      started.part("ingest", "ingest", 1024, List.of("run"), "ready ingest").awaitReady();
      started
          .part("dashboard", "dashboard", 1024, List.of("serve"), "ready dashboard")
          .awaitReady();
      return started;
    } catch (IOException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** Starts the jobs, which then follow what happens. */
  void follow() throws IOException, InterruptedException {
    part("analytics", "analytics", 1536, List.of("run", "--follow"), "ready analytics")
        .awaitReady(FIRST_RUN_WITHIN);
  }

  EmbeddedClickHouse engine() {
    return engine;
  }

  /** Ids of the base grids. */
  List<String> grids() {
    return city.areas().baseGrids().stream().map(grid -> grid.id()).toList();
  }

  BenchPart part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
  }

  List<BenchPart> parts() {
    return List.copyOf(parts);
  }

  String dashboard() {
    return "http://127.0.0.1:" + ports[6];
  }

  String gateway() {
    return "http://127.0.0.1:" + ports[OFFSET_GATEWAY] + "/events";
  }

  /** What the gateway knows the load by. */
  String key() {
    return key;
  }

  /** One value, as the role that reads pages sees it. */
  String value(String sql) {
    try (ClickHouseClient client = new ClickHouseClient(engine.reader())) {
      return client.scalar(sql);
    }
  }

  @Override
  public void close() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).close();
    }
    engine.close();
  }

  private BenchPart part(
      String name, String service, int heap, List<String> arguments, String ready) {
    BenchPart part =
        BenchPart.start(
            name, service, heap, arguments, environment, directory.resolve("logs"), ready);
    parts.add(part);
    return part;
  }

  private List<String> brokerLine() {
    return List.of(
        "broker",
        "--data",
        directory.resolve("broker").toString(),
        "--port",
        String.valueOf(ports[2]),
        "--controller-port",
        String.valueOf(ports[3]));
  }

  private String makeKey() throws IOException, InterruptedException {
    Path jar = Path.of("").toAbsolutePath().getParent().resolve("ingest/target/ingest.jar");
    Process maker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "gateway-key",
                SOURCE,
                "--add",
                "--set",
                "ingest.data-directory=" + directory.resolve("ingest"))
            .redirectErrorStream(true)
            .start();
    String said = new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (maker.waitFor() != 0) {
      throw new IllegalStateException("gateway-key said " + said);
    }
    Path file =
        said.lines()
            .filter(text -> text.startsWith("Added to "))
            .map(text -> Path.of(text.substring(9, text.indexOf(';'))))
            .findFirst()
            .orElseThrow();
    Files.writeString(file, "  events-per-second: 1000000\n", StandardOpenOption.APPEND);
    return said.lines()
        .filter(text -> text.startsWith("key "))
        .map(text -> text.substring(4).strip())
        .findFirst()
        .orElseThrow();
  }

  private static int[] freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      int[] ports = new int[count];
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        ports[i] = held.get(i).getLocalPort();
      }
      return ports;
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}
