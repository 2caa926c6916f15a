package city.chengmai.dashboard.local;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.DashboardSettings;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.City;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One local run with its board, its settings and, unless headless, its dashboard. */
final class LocalSession implements AutoCloseable {

  private static final String PATIENCE = "INGEST_PARKING_SECONDS";
  private static final String LOCAL_PATIENCE_SECONDS = "60";

  private final LocalOptions options;
  private final City city;
  private final RunBoard board = new RunBoard();
  private final Settings settings;
  private final LocalRun run;
  private Dashboard dashboard;
  private boolean closed;

  private LocalSession(
      LocalOptions options, City city, Map<String, String> environment, ServiceJars jars) {
    this.options = options;
    this.city = city;
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(environment);
    this.settings = new Settings(Map.of(), all);
    this.run = new LocalRun(options, jars, board, environment);
  }

  /** Decides which city it is and what every service is told; starts nothing. */
  static LocalSession of(LocalOptions options, ServiceJars jars, InstantSource clock) {
    CityDecision decision = new CityDecision(options.data(), clock);
    CityRecord record = decision.decide(options);
    City city = decision.load(record);
    Map<String, String> environment = new HashMap<>(CityDecision.environment(record, city));
    LocalPorts ports = options.ports();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.broker());
    environment.put("INGEST_DATA_DIRECTORY", options.data().of(Part.INGEST).toString());
    environment.put("INGEST_HTTP_PORT", String.valueOf(ports.ingestHealth()));
    environment.put(
        DashboardSettings.INGEST_HEALTH_URL.environment(),
        "http://127.0.0.1:" + ports.ingestHealth() + "/health");
    environment.put("ANALYTICS_HTTP_PORT", String.valueOf(ports.analyticsHealth()));
    environment.put(
        DashboardSettings.ANALYTICS_HEALTH_URL.environment(),
        "http://127.0.0.1:" + ports.analyticsHealth() + "/health");
    environment.put("INGEST_GATEWAY_PORT", String.valueOf(ports.gateway()));
    // One feed in order needs little patience, and who tries a broken event sees what becomes of
    // it.
    environment.put(
        PATIENCE, Optional.ofNullable(System.getenv(PATIENCE)).orElse(LOCAL_PATIENCE_SECONDS));
    environment.put(DashboardSettings.HTTP_PORT.environment(), String.valueOf(ports.dashboard()));
    if (!Settings.ofProcess(Map.of()).isSet(SharedSettings.CLICKHOUSE_URL)) {
      environment.putAll(
          EmbeddedClickHouse.environment(
              options.data().of(Part.CLICKHOUSE),
              new EnginePorts(ports.clickhouseHttp(), ports.clickhouseNative())));
    }
    return new LocalSession(options, city, environment, jars);
  }

  RunBoard board() {
    return board;
  }

  Settings settings() {
    return settings;
  }

  LocalRun run() {
    return run;
  }

  String cityName() {
    return city.nameEn() + " (" + options.city() + ")";
  }

  String address() {
    return "http://127.0.0.1:" + options.ports().dashboard() + "/";
  }

  /**
   * Requests among what the replay took, as it reported; one a source record if it does not say.
   */
  long requestsRead() {
    return board.figure("replay.requests").or(() -> board.figure("replay.read")).orElse(0L);
  }

  /** Opens the dashboard's port with the start-up page in front; the address. */
  String serve() {
    Dashboard started =
        Dashboard.start(
            settings,
            pages ->
                List.of(
                    new StartGate(
                        board,
                        pages,
                        () -> board.status(Part.CLICKHOUSE).state() == PartState.READY)));
    synchronized (this) {
      if (!closed) {
        dashboard = started;
        return address();
      }
    }
    started.close();
    throw new RunStoppedException();
  }

  /** Serves until stopped; a live city goes on in the meantime. */
  int follow(CountDownLatch ended) throws InterruptedException {
    if (city.lastDay().isPresent()) {
      ended.await();
      return 0;
    }
    CompletableFuture<Object> going = run.follow();
    while (!ended.await(1, TimeUnit.SECONDS)) {
      if (going.isCompletedExceptionally() && board.failure().isPresent()) {
        throw new PartFailedException(board.failure().get());
      }
    }
    return 0;
  }

  /** After a failure: a page that shows it stays, since somebody may be looking at it. */
  int linger(CountDownLatch ended, int exitCode) throws InterruptedException {
    run.close();
    if (!options.once()) {
      ended.await();
    }
    return exitCode;
  }

  @Override
  public void close() {
    Dashboard open;
    synchronized (this) {
      closed = true;
      open = dashboard;
      dashboard = null;
    }
    run.close();
    if (open != null) {
      open.close();
    }
  }
}
