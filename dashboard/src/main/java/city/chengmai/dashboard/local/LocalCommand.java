package city.chengmai.dashboard.local;

import city.chengmai.dashboard.DashboardSettings;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.SummaryQueries;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.CityConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the whole line on this machine. Options may be empty, which is how Maven hands on what
 * nobody set.
 */
@Command(
    name = "local",
    mixinStandardHelpOptions = true,
    description = "Start every service on this machine, with the dashboard in front.")
public final class LocalCommand implements Callable<Integer> {

  private static final int BAD_CONFIGURATION = 2;
  private static final int LOST_SOMETHING = 5;

  @Option(
      names = "--city",
      defaultValue = "demo",
      description = "demo, boston-311-2011 or a directory.")
  private String city;

  @Option(names = "--data", defaultValue = "", description = "Data directory.")
  private String data;

  @Option(names = "--port", defaultValue = "7400", description = "Port of the dashboard.")
  private int port;

  @Option(
      names = "--once",
      arity = "0..1",
      defaultValue = "false",
      fallbackValue = "true",
      description = "Replay, compute, print a summary and end.")
  private String once;

  @Option(names = "--speed", defaultValue = "", description = "How fast days pass once live.")
  private String speed;

  @Option(names = "--seed", defaultValue = "", description = "Seed of the synthetic city.")
  private String seed;

  private final InstantSource clock = InstantSource.system();
  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public Integer call() throws Exception {
    try {
      LocalOptions options = options();
      options.data().create();
      LauncherLog.into(options.data().path().resolve("logs").resolve("dashboard.log"));
      String holder = "process " + ProcessHandle.current().pid() + ", port " + port;
      try (DirectoryLock lock = DirectoryLock.take(options.data().path(), holder)) {
        return run(options, lock);
      }
    } catch (DirectoryInUseException
        | CityConfigurationException
        | IllegalArgumentException refused) {
      return failed(refused.getMessage(), BAD_CONFIGURATION);
    }
  }

  private int run(LocalOptions options, DirectoryLock lock) throws InterruptedException {
    Instant begun = clock.instant();
    LocalSession session = LocalSession.of(options, services(), clock);
    ConsoleLines console = new ConsoleLines(System.out::println);
    session.board().listen(console::show);
    Thread hook = new Thread(() -> stop(session), "local-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    System.out.println("data        " + options.data().path());
    try {
      if (options.once()) {
        session.run().prepare();
        session.run().compute();
        return summarise(session, begun);
      }
      System.out.println("dashboard   starting   " + session.serve());
      session.run().prepare();
      session.run().compute();
      System.out.println("wall        ready      " + session.address());
      return session.follow(ended);
    } catch (PartFailedException e) {
      System.err.println(e.getMessage());
      return session.linger(ended, e.failure().exitCode());
    } catch (RunStoppedException stopped) {
      ended.await();
      return 0;
    } finally {
      session.close();
      lock.close();
      forget(hook);
    }
  }

  private int summarise(LocalSession session, Instant begun) {
    Settings settings = session.settings();
    try (ClickHouseClient reader = new ClickHouseClient(SharedSettings.reader(settings))) {
      Summary summary =
          Summary.ask(
              new SummaryQueries(new Store(reader)),
              session.cityName(),
              session.requestsRead(),
              Duration.between(begun, clock.instant()));
      System.out.println(SummaryText.of(summary));
      return summary.lost() == 0
          ? 0
          : failed(
              summary.lost() + " requests are neither a case nor a dead letter", LOST_SOMETHING);
    }
  }

  private void stop(LocalSession session) {
    System.out.println("stopping");
    session.close();
    ended.countDown();
    System.out.println("stopped");
  }

  /** At an ordinary end nobody needs to be told that everything stops. */
  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stoppingAlready) {
      return;
    }
  }

  private LocalOptions options() {
    DataDirectory directory =
        data.isEmpty()
            ? DataDirectory.standard(
                city, System.getenv(), Path.of(System.getProperty("user.home")))
            : new DataDirectory(Path.of(data));
    return new LocalOptions(
        city,
        directory,
        new LocalPorts(port),
        once.isEmpty() || once.equals("true"),
        number("speed", speed).map(Double::valueOf),
        number("seed", seed).map(Long::valueOf));
  }

  private static Optional<String> number(String name, String text) {
    if (!text.isEmpty()
        && !text.matches(name.equals("seed") ? "-?\\d{1,18}" : "\\d{1,6}(\\.\\d+)?")) {
      throw new IllegalArgumentException(name + " is \"" + text + "\", expected a number");
    }
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  private static ServiceJars services() {
    String directory = Settings.ofProcess(Map.of()).get(DashboardSettings.SERVICES_DIRECTORY);
    return directory.isEmpty()
        ? ServiceJars.besideThisOne()
        : new ServiceJars(Path.of(directory).toAbsolutePath());
  }

  private static int failed(String reason, int code) {
    System.err.println("failed: " + reason);
    return code;
  }
}
