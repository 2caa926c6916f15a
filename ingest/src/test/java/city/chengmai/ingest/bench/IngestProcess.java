package city.chengmai.ingest.bench;

import city.chengmai.ingest.IngestMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ingest run} as a process of its own, with the heap that its README names. */
final class IngestProcess implements AutoCloseable {

  private final Process process;

  private IngestProcess(Process process) {
    this.process = process;
  }

  static IngestProcess start(Map<String, String> environment, List<String> settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    String more = System.getProperty("bench.jvm", "");
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split(" ")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(IngestMain.class.getName(), "run"));
    settings.forEach(setting -> command.addAll(List.of("--set", setting)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    IngestProcess started = new IngestProcess(builder.start());
    started.drain();
    return started;
  }

  ProcessCost cost() {
    return new ProcessCost(process.pid());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  private void drain() {
    Thread thread =
        new Thread(
            () ->
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {}),
            "ingest-output");
    thread.setDaemon(true);
    thread.start();
  }
}
