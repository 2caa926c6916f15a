package city.chengmai.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@code ingest run} as a child process that a test may kill. */
public final class ChildIngest implements AutoCloseable {

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Process process;

  private ChildIngest(Process process) {
    this.process = process;
  }

  /** Starts it and waits until it is ready. */
  public static ChildIngest start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            IngestMain.class.getName(),
            "run",
            "--set",
            "ingest.http-port=0",
            "--set",
            "ingest.gateway-port=0");
    builder.environment().putAll(environment);
    builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
    builder.redirectErrorStream(true);
    ChildIngest child = new ChildIngest(builder.start());
    child.readUntilReady();
    return child;
  }

  /** Everything that it printed so far. */
  public List<String> said() {
    return List.copyOf(said);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  private void readUntilReady() throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    while (line != null && !line.equals("ready ingest")) {
      lines.add(line);
      line = reader.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("ingest did not start: " + String.join("\n", lines));
    }
    said.addAll(lines);
    Thread thread = new Thread(() -> reader.lines().forEach(said::add), "ingest-output");
    thread.setDaemon(true);
    thread.start();
  }
}
