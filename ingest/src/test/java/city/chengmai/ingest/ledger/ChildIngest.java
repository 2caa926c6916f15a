package city.chengmai.ingest.ledger;

import city.chengmai.ingest.IngestMain;
import city.chengmai.ingest.embedded.ChildBroker;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The run subcommand as a child process that is started again whenever it ends. */
final class ChildIngest implements AutoCloseable {

  private final Map<String, String> environment;
  private final Path log;
  private final int httpPort;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Thread supervisor = new Thread(this::supervise, "ingest-supervisor");
  private final CountDownLatch ready = new CountDownLatch(1);
  private final AtomicInteger killed = new AtomicInteger();
  private final AtomicInteger ends = new AtomicInteger();
  private final Duration away;
  private volatile Process process;
  private volatile boolean closing;

  ChildIngest(Map<String, String> environment, Path log) throws IOException {
    this(environment, log, Duration.ofMillis(200));
  }

  /** One that is started again after having been away for so long. */
  ChildIngest(Map<String, String> environment, Path log, Duration away) throws IOException {
    this.environment = environment;
    this.log = log;
    this.away = away;
    this.httpPort = ChildBroker.freePorts()[0];
  }

  void start() throws IOException {
    process = launch();
    supervisor.setDaemon(true);
    supervisor.start();
  }

  void awaitReady() throws InterruptedException {
    ready.await();
  }

  /** Kills it; it is started again. */
  void kill() {
    killed.incrementAndGet();
    Process victim = process;
    victim.destroyForcibly();
    victim.onExit().join();
  }

  long pid() {
    return process.pid();
  }

  /** How often it ended without having been killed. */
  int endsOfItsOwn() {
    return ends.get() - killed.get();
  }

  /** What it answers, empty while it does not. */
  Optional<String> ask(String path) {
    try {
      URI address = URI.create("http://127.0.0.1:" + httpPort + path);
      return Optional.of(
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
    } catch (IOException notThere) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void supervise() {
    try {
      while (!closing) {
        Process running = process;
        read(running);
        running.waitFor();
        if (!closing) {
          ends.incrementAndGet();
          Thread.sleep(away.toMillis());
          process = launch();
        }
      }
    } catch (InterruptedException | IOException stopped) {
      closing = true;
    }
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("java.class.path"),
                IngestMain.class.getName(),
                "run",
                "--set",
                "ingest.http-port=" + httpPort,
                "--set",
                "ingest.gateway-port=0"));
    builder.environment().putAll(environment);
    builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
    builder.redirectErrorStream(true);
    return builder.start();
  }

  private void read(Process running) {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter copy =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      String line = lines.readLine();
      while (line != null) {
        copy.write(line);
        copy.newLine();
        copy.flush();
        if (line.equals("ready ingest")) {
          ready.countDown();
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading what ingest says", e);
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    Process last = process;
    if (last != null) {
      last.getOutputStream().close();
      last.onExit().join();
    }
  }
}
