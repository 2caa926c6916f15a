package city.chengmai.analytics.job;

import city.chengmai.analytics.AnalyticsMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code analytics run --once} as a process of its own; dies with the test. */
final class ChildRun implements AutoCloseable {

  private static final int MINUTES = 15;

  private final Process process;
  private final BufferedReader output;

  private ChildRun(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** The class path of the test, on {@code local[2]}. */
  static ChildRun local(Map<String, String> environment, Path log) throws IOException {
    List<String> command = new ArrayList<>(List.of("-Xmx512m"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(AnalyticsMain.class.getName(), "run", "--once"));
    command.addAll(
        List.of("--set=analytics.spark-master=local[2]", "--set=analytics.partitions=2"));
    return start(command, environment, log);
  }

  /** A Java process with these arguments. */
  static ChildRun start(List<String> arguments, Map<String, String> environment, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
    // Also of the executors that it starts: they live too short to be worth a second compiler.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    return new ChildRun(builder.start());
  }

  /** Waits until the first job has begun. */
  void awaitFirstJob() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.matches("progress analytics 0 [1-9].*")) {
        return;
      }
    }
    throw new IOException("the run ended before its first job, see its log");
  }

  /** Kills it without warning after this long, or after its end. */
  void kill(Duration after) throws InterruptedException {
    process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  /** Sends a signal such as STOP to all that it started. */
  void signalChildren(String signal) throws IOException, InterruptedException {
    try (Stream<ProcessHandle> children = process.descendants()) {
      for (ProcessHandle child : children.toList()) {
        new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid())).start().waitFor();
      }
    }
  }

  /** Waits for its end and tells its exit code. */
  int exitCode() throws InterruptedException, IOException {
    Thread drain = new Thread(this::drain, "child-output");
    drain.setDaemon(true);
    drain.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      throw new IOException("the run did not end within " + MINUTES + " minutes");
    }
    return process.exitValue();
  }

  private void drain() {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      System.getLogger("child").log(System.Logger.Level.DEBUG, "output ended", ended);
    }
  }

  /** Ends it and all that it started. */
  @Override
  public void close() {
    try (Stream<ProcessHandle> children = process.descendants()) {
      List<ProcessHandle> all = children.toList();
      process.destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(child -> child.onExit().join());
    }
    process.onExit().join();
  }
}
