package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.spark.SparkSessions;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.CityHolidays;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service on a standalone Spark cluster of a master and two workers, one of which is
 * killed with a task in hand.
 */
class ClusterIT {

  private static final Path JAR = Path.of("target", "analytics.jar").toAbsolutePath();
  private static final Path LIBRARIES = Path.of("target", "lib").toAbsolutePath();
  private static final String LOOPBACK = "127.0.0.1";
  private static final int WORKERS = 2;
  private static final int ATTEMPTS = 600;
  private static final int TASKS_BEFORE = 30;

  /** Libraries that no installation of Spark brings. */
  private static final Pattern OURS =
      Pattern.compile("(datasets|clickhouse|client-v2|jdbc-v2|hipparchus).*");

  /** Kept after a failure: the logs of the processes are in it. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void aClusterThatLosesAWorkerComputesWhatOneMachineComputes() throws Exception {
    int port = freePort();
    String master = "spark://" + LOOPBACK + ":" + port;
    List<ChildRun> cluster = new ArrayList<>();
    try (EmbeddedClickHouse engine =
            EmbeddedClickHouse.startMigrated(directory.resolve("clickhouse"));
        ClickHouseClient client = new ClickHouseClient(engine.writer())) {
      Store store = Store.of(engine.writer());
      KilledRunIT.describe(store, client);
      cluster.add(deploy("master.Master", List.of("--port", String.valueOf(port))));
      awaitListening(port);
      for (int worker = 1; worker <= WORKERS; worker++) {
        cluster.add(
            deploy(
                "worker.Worker",
                List.of(
                    "--cores",
                    "1",
                    "--memory",
                    "600m",
                    "--work-dir",
                    directory.resolve("work-" + worker).toString(),
                    master)));
      }

      try (ChildRun driver = runOn(master, engine.environment())) {
        killAtWork(cluster.get(WORKERS), directory.resolve("work-" + WORKERS));
        assertThat(driver.exitCode()).as("driver.log in %s", directory).isZero();
      }

      for (int worker = 1; worker <= WORKERS; worker++) {
        Path work = directory.resolve("work-" + worker);
        assertThat(work).as("both have run executors").isNotEmptyDirectory();
      }
      String computed = client.scalar("SELECT max(version) FROM indicator_30d");
      assertThat(client.scalar("SELECT count() > 1000 FROM portraits WHERE isNotNull(score)"))
          .isEqualTo("1");
      List<String> rows = StoredTables.rows(client);
      runHere(store);
      // One machine finds nothing to correct, to the last digit that counts.
      StoredTables.assertSame("cluster and one machine", rows, StoredTables.rows(client));
      assertThat(client.scalar("SELECT max(version) FROM indicator_30d")).isEqualTo(computed);
    } finally {
      cluster.forEach(ChildRun::close);
    }
  }

  private ChildRun runOn(String master, Map<String, String> store) throws Exception {
    Map<String, String> environment = new HashMap<>(store);
    environment.put("SPARK_LOCAL_IP", LOOPBACK);
    List<String> arguments =
        List.of(
            "-Xmx512m",
            "-Dspark.executor.memory=512m",
            "-jar",
            JAR.toString(),
            "run",
            "--once",
            "--set=analytics.spark-master=" + master);
    return ChildRun.start(arguments, environment, directory.resolve("driver.log"));
  }

  /**
   * Kills a worker and its executor without warning. The executor is held first and its log looked
   * at, so that a task that has begun and not ended is sure to be lost, with the results of those
   * before it.
   */
  private static void killAtWork(ChildRun worker, Path work) throws Exception {
    for (int attempt = 0; attempt < 20 * ATTEMPTS; attempt++) {
      Optional<Path> log = executorLog(work);
      if (log.isPresent() && isBetweenBeginAndEnd(log.get())) {
        worker.signalChildren("STOP");
        if (isBetweenBeginAndEnd(log.get())) {
          worker.close();
          return;
        }
        worker.signalChildren("CONT");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IOException("no task was seen under way in " + work);
  }

  private static Optional<Path> executorLog(Path work) throws IOException {
    if (Files.notExists(work)) {
      return Optional.empty();
    }
    try (Stream<Path> below = Files.find(work, 3, (path, what) -> path.endsWith("stderr"))) {
      return below.findFirst();
    }
  }

  private static boolean isBetweenBeginAndEnd(Path log) throws IOException {
    String text = Files.readString(log);
    int finished = text.split("Finished task ", -1).length;
    return finished > TASKS_BEFORE && text.split("Running task ", -1).length > finished;
  }

  private ChildRun deploy(String role, List<String> more) throws IOException {
    Path home = Files.createDirectories(directory.resolve("spark"));
    if (Files.notExists(home.resolve("jars"))) {
      // A worker starts executors with the libraries of its installation, here those of Spark.
      Files.createDirectory(home.resolve("jars"));
      try (DirectoryStream<Path> libraries = Files.newDirectoryStream(LIBRARIES, "*.jar")) {
        for (Path library : libraries) {
          if (!OURS.matcher(library.getFileName().toString()).matches()) {
            Files.createSymbolicLink(home.resolve("jars").resolve(library.getFileName()), library);
          }
        }
      }
    }
    List<String> arguments =
        new ArrayList<>(List.of("-Xmx256m", "-Dspark.master.rest.enabled=false"));
    arguments.addAll(List.of("-cp", home.resolve("jars") + "/*"));
    arguments.add("org.apache.spark.deploy." + role);
    arguments.addAll(List.of("--host", LOOPBACK, "--webui-port", "0"));
    arguments.addAll(more);
    Map<String, String> environment =
        Map.of(
            "SPARK_HOME",
            home.toString(),
            // An installation's scripts set it.
            "SPARK_SCALA_VERSION",
            "2.13",
            "SPARK_LOCAL_IP",
            LOOPBACK,
            "SPARK_CONF_DIR",
            home.toString());
    return ChildRun.start(arguments, environment, directory.resolve(role + ".log"));
  }

  private static void runHere(Store store) throws IOException {
    CityTime time = CityTime.of(new Settings(Map.of(), Map.of()));
    try (SparkSession spark = SparkSessions.open("local[2]", 2)) {
      new AnalyticsRun(
              spark, store, 2, new CityHolidays("demo", time), time, InstantSource.system())
          .run(Optional.empty(), Progress.SILENT);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitListening(int port) throws InterruptedException, IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("no Spark master on port " + port);
  }
}
