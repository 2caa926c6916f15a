package city.chengmai.dashboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of our services from its packaged jar, started again after a pause whenever it ends, as an
 * operating system's service manager does it.
 */
final class BenchPart implements AutoCloseable {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private final String name;
  private final List<String> line;
  private final Map<String, String> environment;
  private final Path log;
  private final String readyLine;
  private final Thread supervisor;
  private volatile Process process;
  private volatile Duration pause = Duration.ofSeconds(1);
  private volatile boolean closing;
  private final AtomicInteger starts = new AtomicInteger();

  private BenchPart(
      String name, List<String> line, Map<String, String> environment, Path log, String readyLine) {
    this.name = name;
    this.line = line;
    this.environment = environment;
    this.log = log;
    this.readyLine = readyLine;
    this.supervisor = new Thread(this::supervise, name + "-supervisor");
    supervisor.setDaemon(true);
  }

  /**
   * Starts it.
   *
   * @param service whose jar: ingest, analytics or dashboard
   * @param readyLine what it prints once it serves
   */
  static BenchPart start(
      String name,
      String service,
      int heapMegabytes,
      List<String> arguments,
      Map<String, String> environment,
      Path logs,
      String readyLine) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx" + heapMegabytes + "m");
    line.add("-XX:+UseSerialGC");
    line.add("-jar");
    line.add(ROOT.resolve(service).resolve("target").resolve(service + ".jar").toString());
    line.addAll(arguments);
    BenchPart part = new BenchPart(name, line, environment, logs.resolve(name + ".log"), readyLine);
    part.process = part.launch();
    part.supervisor.start();
    return part;
  }

  String name() {
    return name;
  }

  /** Process id now; another one after each start. */
  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** How often it was started. */
  int starts() {
    return starts.get();
  }

  /** Kills it as {@code kill -9} does; it is started again after this pause. */
  void kill(Duration away) {
    pause = away;
    process.destroyForcibly().onExit().join();
  }

  /** Waits until this run of it has said that it serves. */
  void awaitReady() throws IOException, InterruptedException {
    awaitReady(READY_WITHIN);
  }

  /** The same for one that has much to do first. */
  void awaitReady(Duration longest) throws IOException, InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (!said()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(name + " is not ready, see " + log);
      }
      Thread.sleep(200);
    }
  }

  private boolean said() throws IOException {
    if (!Files.exists(log)) {
      return false;
    }
    String text = Files.readString(log, StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.lastIndexOf("--- start"))).contains(readyLine);
  }

  @Override
  public void close() {
    closing = true;
    supervisor.interrupt();
    process.destroy();
    if (!ended()) {
      process.destroyForcibly().onExit().join();
    }
  }

  private boolean ended() {
    try {
      return process.waitFor(15, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void supervise() {
    try {
      while (!closing) {
        process.waitFor();
        Thread.sleep(pause.toMillis());
        pause = Duration.ofSeconds(1);
        if (!closing) {
          process = launch();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() {
    try {
      Files.createDirectories(log.getParent());
      Files.writeString(
          log,
          "--- start " + starts.incrementAndGet() + "\n",
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("start " + line, e);
    }
  }
}
